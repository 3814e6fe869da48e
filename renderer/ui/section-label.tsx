import type { ReactNode } from 'react';

import styles from './section-label.module.css';

export interface SectionLabelProps {
  readonly children: ReactNode;
  /** A count or a small control at the end. */
  readonly end?: ReactNode;
  readonly id?: string | undefined;
  readonly level?: 2 | 3;
}

/** The quiet heading of a section: Now, Next, Due. */
export function SectionLabel({ children, end, id, level = 2 }: SectionLabelProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.line}>
      <Heading id={id} className={styles.label}>
        {children}
      </Heading>
      {end !== undefined && <span className={styles.end}>{end}</span>}
    </div>
  );
}

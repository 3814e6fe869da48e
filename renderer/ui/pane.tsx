import { PanelRightClose } from 'lucide-react';
import type { ReactNode } from 'react';

import { Bar } from './bar.tsx';
import { FloatingScope } from './floating-scope.tsx';
import { IconButton } from './icon-button.tsx';
import styles from './pane.module.css';

export interface PaneProps {
  /** The name of the region and its heading. */
  readonly title: string;
  readonly detail?: ReactNode;
  /** Controls before the close button. */
  readonly end?: ReactNode;
  readonly onClose?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** The pane on the right: details of what is in hand. */
export function Pane({ title, detail, end, onClose, children }: PaneProps) {
  return (
    <aside className={styles.pane} aria-label={title}>
      <FloatingScope>
        <Bar
          level={2}
          title={title}
          detail={detail}
          className={styles.bar}
          end={
            <>
              {end}
              {onClose !== undefined && <IconButton icon={PanelRightClose} label="Close pane" onClick={onClose} />}
            </>
          }
        />
        <div className={styles.body} data-focus="inset">
          {children}
        </div>
      </FloatingScope>
    </aside>
  );
}

export interface PaneSectionProps {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A part of a pane, parted from the next by a hairline. */
export function PaneSection({ children, className }: PaneSectionProps) {
  return (
    <section className={className === undefined ? styles.section : `${styles.section} ${className}`}>
      {children}
    </section>
  );
}

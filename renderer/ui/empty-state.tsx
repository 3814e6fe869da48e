import type { ReactNode } from 'react';

import styles from './empty-state.module.css';

export interface EmptyStateProps {
  /** What this place is for, as a short heading: "Days you have written". */
  readonly title: string;
  /** One or two sentences more. */
  readonly children?: ReactNode;
  /** The first step, as a Button. */
  readonly action?: ReactNode;
  /** In a pane or section rather than on a page. */
  readonly compact?: boolean;
  /** It is all there is: its title is the page's heading. */
  readonly isPage?: boolean;
}

/** A place with nothing in it yet: what it is for and the first step. */
export function EmptyState({ title, children, action, compact = false, isPage = false }: EmptyStateProps) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className={styles.empty} data-compact={compact || undefined}>
      <Title className={styles.title}>{title}</Title>
      {children !== undefined && <p className={styles.text}>{children}</p>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}

import { clsx } from 'clsx';
import { createContext, type ReactNode, use } from 'react';

import styles from './bar.module.css';

/** What stands at the end of every page's bar, whatever page it is: the running timer. */
export const BarEndContext = createContext<ReactNode>(null);

export interface BarProps {
  readonly title: ReactNode;
  /** Right of the title, quieter: "Saved 10:24". */
  readonly detail?: ReactNode;
  /** Left of the title. */
  readonly start?: ReactNode;
  /** Right after the title: the steps to the day before and after. */
  readonly beside?: ReactNode;
  readonly end?: ReactNode;
  /** 1 for the page, 2 for panes. */
  readonly level?: 1 | 2;
  readonly className?: string | undefined;
}

/** The head of a page or pane, 52 px. Where the window has no title bar of its own, it is dragged here. */
export function Bar({ title, detail, start, beside, end, level = 1, className }: BarProps) {
  const Heading = `h${level}` as const;
  const everywhere = use(BarEndContext);
  const shownEnd =
    level === 1 ? (
      <>
        {everywhere}
        {end}
      </>
    ) : (
      end
    );
  return (
    <header className={clsx(styles.bar, className)}>
      {start}
      <Heading className={styles.title}>{title}</Heading>
      {beside}
      {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      {(end !== undefined || level === 1) && <div className={styles.end}>{shownEnd}</div>}
    </header>
  );
}

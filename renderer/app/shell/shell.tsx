import { clsx } from 'clsx';
import type { ReactNode } from 'react';

import styles from './shell.module.css';

export interface ShellProps {
  readonly rail: ReactNode;
  /** A Pane; without one the page has the whole width. */
  readonly pane?: ReactNode;
  /** A Banner above page and pane. */
  readonly banner?: ReactNode;
  /**
   * Who draws the window's title bar: the system; nobody but for the three lights of a Mac, for which the rail leaves
   * room; or nobody but for the buttons at the right on Windows and Linux.
   */
  readonly titleBar?: 'system' | 'lights' | 'overlay';
  readonly children: ReactNode;
}

/** The frame of the window: rail, page, and a pane on the right. */
export function Shell({ rail, pane, banner, titleBar = 'system', children }: ShellProps) {
  return (
    <div className={styles.shell} data-title-bar={titleBar}>
      <a href="#main" className={styles.skip} onClick={focusMain}>
        Skip to the page
      </a>
      {rail}
      <div className={styles.body}>
        {banner}
        <div className={clsx(styles.columns, pane !== undefined && pane !== null && styles.withPane)}>
          <main id="main" tabIndex={-1} className={styles.main}>
            {children}
          </main>
          {pane}
        </div>
      </div>
    </div>
  );
}

/** The address is the router's; the link only moves the focus. */
function focusMain(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

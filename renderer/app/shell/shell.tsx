import type { ReactNode } from 'react';

import { FloatingScope } from '#renderer/ui/floating-scope.tsx';

import styles from './shell.module.css';

export interface ShellProps {
  readonly rail: ReactNode;
  /** A Pane or its outlet; while that is empty the page has the whole width. */
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
        <div className={styles.columns}>
          <main id="main" tabIndex={-1} className={styles.main}>
            <FloatingScope>{children}</FloatingScope>
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

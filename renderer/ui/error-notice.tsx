import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import styles from './error-notice.module.css';
import { Icon } from './icon.tsx';

export interface ErrorNoticeProps {
  /** What happened, in the user's words: "The calendar could not be read". */
  readonly title: string;
  /** What was kept: "Your text is still here." */
  readonly kept?: string | undefined;
  /** What to do: "Try again, or restart the app." */
  readonly advice?: string | undefined;
  /** The code under which the log tells more. */
  readonly reference?: string | undefined;
  readonly action?: ReactNode;
}

/** Something went wrong: what happened, what was kept, what to do. No blame. */
export function ErrorNotice({ title, kept, advice, reference, action }: ErrorNoticeProps) {
  return (
    <div role="alert" className={styles.notice}>
      <Icon icon={CircleAlert} className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {(kept !== undefined || advice !== undefined) && (
          <p className={styles.text}>{[kept, advice].filter(Boolean).join(' ')}</p>
        )}
        {reference !== undefined && (
          <p className={styles.reference}>
            Reference <code>{reference}</code>
          </p>
        )}
        {action !== undefined && <div className={styles.action}>{action}</div>}
      </div>
    </div>
  );
}

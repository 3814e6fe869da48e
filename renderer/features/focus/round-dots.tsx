import type { FocusSession } from '#contract/focus';
import { clsx } from 'clsx';
import styles from './focus-screen.module.css';

interface RoundDotsProps {
  readonly session: FocusSession;
  /** How much of the work that is on has passed, 0 to 1. */
  readonly share: number;
}

/** The rounds before the long break: done, on, to come. The words beside them say the same. */
export function RoundDots({ session, share }: RoundDotsProps) {
  const isWorking = session.part?.kind === 'work';
  const done = session.part && !isWorking ? session.round : session.round - 1;
  return (
    <div className={styles.dots} aria-hidden>
      {Array.from({ length: session.rounds }, (_, at) =>
        isWorking && at === done ? (
          <span key={at} className={styles.nowDot}>
            <span className={styles.nowShare} style={{ width: `${share * 100}%` }} />
          </span>
        ) : (
          <span key={at} className={clsx(styles.dot, at < done && styles.doneDot)} />
        ),
      )}
    </div>
  );
}

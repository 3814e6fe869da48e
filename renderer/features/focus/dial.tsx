import { Ring } from '#renderer/ui/ring.tsx';
import { useMediaQuery } from '#renderer/ui/use-media-query.ts';
import type { ReactNode } from 'react';
import styles from './focus-screen.module.css';

interface DialProps {
  /** How much of the ring is drawn, 0 to 1. */
  readonly share: number;
  /** 17:42 */
  readonly text: string;
  /** The same as one says it. */
  readonly spoken: string;
  readonly isStill?: boolean;
  /** Below the time. */
  readonly children: ReactNode;
}

/** The large timer. */
export function Dial({ share, text, spoken, isStill = false, children }: DialProps) {
  const isLow = useMediaQuery('(max-height: 820px)');
  return (
    <Ring value={share} size={isLow ? 288 : 368} strokeWidth={4}>
      <div className={styles.reading}>
        <time
          role="timer"
          aria-label={spoken}
          className={styles.time}
          data-still={isStill || undefined}
          data-long={text.length > 5 || undefined}
        >
          {text}
        </time>
        {children}
      </div>
    </Ring>
  );
}

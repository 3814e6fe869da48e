import type { ReactNode } from 'react';

import styles from './ring.module.css';

export interface RingProps {
  /** How much is left or done, 0 to 1. */
  readonly value: number;
  /** Edge in px: 16 in a chip, 360 for the running timer. */
  readonly size?: number;
  readonly strokeWidth?: number;
  /** What stands inside: the time. */
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}

/** A ring that fills clockwise from the top. Decoration: the time beside it says the same in words. */
export function Ring({ value, size = 16, strokeWidth = 2, children, className }: RingProps) {
  const radius = (size - strokeWidth) / 2;
  const center = size / 2;
  const share = Math.min(1, Math.max(0, value));
  return (
    <span
      className={className === undefined ? styles.ring : `${styles.ring} ${className}`}
      style={{ width: size, height: size }}
    >
      <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} strokeWidth={strokeWidth} aria-hidden>
        <circle className={styles.track} cx={center} cy={center} r={radius} />
        {share > 0 && (
          <circle
            className={styles.value}
            cx={center}
            cy={center}
            r={radius}
            pathLength={1}
            strokeDasharray={`${share} 1`}
            transform={`rotate(-90 ${center} ${center})`}
          />
        )}
      </svg>
      {children !== undefined && <span className={styles.inside}>{children}</span>}
    </span>
  );
}

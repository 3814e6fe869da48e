import type { Day } from '#contract/time';
import { formatDay, formatHour } from '#renderer/ui/format.ts';
import { clsx } from 'clsx';
import { type CSSProperties, memo } from 'react';
import styles from './calendar-grid.module.css';
import type { GridScale } from './day-scale.ts';

interface DayHeadsProps {
  readonly scale: GridScale;
  readonly today: Day;
  onPickDay(day: Day): void;
}

/** The days above their columns. */
export function DayHeads({ scale, today, onPickDay }: DayHeadsProps) {
  return (
    <div className={styles.heads}>
      <span />
      {scale.days.map(({ day }) => (
        <button
          key={day}
          type="button"
          className={clsx(styles.head, day === today && styles.today)}
          data-focus="inset"
          aria-current={day === today ? 'date' : undefined}
          onClick={() => onPickDay(day)}
        >
          <span className="visually-hidden">{formatDay(day, 'full')}</span>
          <span aria-hidden>
            {formatDay(day, 'weekday')} <b>{Number(day.slice(8))}</b>
          </span>
        </button>
      ))}
    </div>
  );
}

/** The hours at the left; one that comes twice stands there twice. */
export const Hours = memo(function Hours({ hours }: { readonly hours: GridScale['hours'] }) {
  return (
    <div className={styles.hours} aria-hidden>
      {hours.slice(1).map(({ topMin, minute }) => (
        <span key={topMin} style={{ '--top': topMin } as CSSProperties}>
          {formatHour(minute / 60)}
        </span>
      ))}
    </div>
  );
});

/** The columns behind everything, with the time that a day does not have. */
export function Lines({ scale, isOff }: { readonly scale: GridScale; readonly isOff: (day: Day) => boolean }) {
  return (
    <div className={styles.lines} aria-hidden>
      {scale.days.map(({ day, skipped }) => (
        <div key={day} className={clsx(styles.column, isOff(day) && styles.off)}>
          {skipped.map(({ topMin, lengthMin }) => (
            <div
              key={topMin}
              className={styles.skipped}
              style={{ '--top': topMin, '--for': lengthMin } as CSSProperties}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

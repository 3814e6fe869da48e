import type { Settings } from '#contract/settings';
import type { Day } from '#contract/time';
import { formatHour } from '#renderer/ui/format.ts';
import { clsx } from 'clsx';
import { type CSSProperties, memo } from 'react';
import styles from './calendar-grid.module.css';
import { type GridScale, instantAt } from './day-scale.ts';
import { clockOf, wordsOf } from './thing-words.ts';

interface DayHeadsProps {
  readonly scale: GridScale;
  readonly today: Day;
  readonly zone: string;
  readonly secondZone: string | null;
  onPickDay(day: Day): void;
}

/** The last part of a zone's name is the place people know it by. */
const placeOfZone = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/** The days above their columns. */
export function DayHeads({ scale, today, zone, secondZone, onPickDay }: DayHeadsProps) {
  return (
    <div className={styles.heads}>
      {secondZone === null ? (
        <span />
      ) : (
        <span className={styles.zones} title={`${placeOfZone(secondZone)}, ${placeOfZone(zone)}`}>
          <span>{placeOfZone(secondZone)}</span>
          <span>{placeOfZone(zone)}</span>
        </span>
      )}
      {scale.days.map(({ day }) => (
        <button
          key={day}
          type="button"
          className={clsx(styles.head, day === today && styles.today)}
          data-focus="inset"
          aria-current={day === today ? 'date' : undefined}
          onClick={() => onPickDay(day)}
        >
          <span className="visually-hidden">{wordsOf(day, 'full')}</span>
          <span aria-hidden>
            {wordsOf(day, 'weekday')} <b>{Number(day.slice(8))}</b>
          </span>
        </button>
      ))}
    </div>
  );
}

interface HoursProps {
  readonly hours: GridScale['hours'];
  /** What the clocks of a second zone show beside them, hour by hour. */
  readonly second: readonly string[] | undefined;
}

/** The hours at the left; one that comes twice stands there twice. */
export const Hours = memo(function Hours({ hours, second }: HoursProps) {
  return (
    <div className={styles.hours} aria-hidden>
      {hours.slice(1).map(({ topMin, minute }, at) => (
        <span key={topMin} style={{ '--top': topMin } as CSSProperties}>
          {second !== undefined && <i className={styles.second}>{second[at + 1]}</i>}
          {formatHour(minute / 60)}
        </span>
      ))}
    </div>
  );
});

/** What the clocks of another zone show at the hours of a day; told once, as it is seldom asked. */
export function hoursElsewhere({ hours, days }: GridScale, zone: string): readonly string[] {
  const [day] = days;
  return hours.map(({ topMin }) => (day === undefined ? '' : clockOf(instantAt(day, topMin), zone)));
}

interface LinesProps {
  readonly scale: GridScale;
  readonly isOff: (day: Day) => boolean;
  /** Between these times a plan keeps a break free. */
  readonly lunch: Settings['lunch'];
}

/** The columns behind everything, with the time that a day does not have, and where a plan leaves room for lunch. */
export function Lines({ scale, isOff, lunch }: LinesProps) {
  return (
    <div className={styles.lines} aria-hidden>
      {scale.days.map(({ day, skipped }) => (
        <div key={day} className={clsx(styles.column, isOff(day) && styles.off)}>
          {lunch !== null && !isOff(day) && (
            <div
              className={styles.lunch}
              style={
                { '--top': minuteOf(lunch.from), '--for': minuteOf(lunch.to) - minuteOf(lunch.from) } as CSSProperties
              }
            >
              <span>Lunch</span>
            </div>
          )}
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

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

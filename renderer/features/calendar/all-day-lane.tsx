import { colorClass } from '#renderer/ui/colors.ts';
import { formatDay } from '#renderer/ui/format.ts';
import { clsx } from 'clsx';
import type { CSSProperties } from 'react';
import styles from './all-day-lane.module.css';
import type { GridScale } from './day-scale.ts';
import { inRows } from './lay-out.ts';
import type { ThingActions } from './thing-view.tsx';
import { type Thing, daysCovered } from './things.ts';

export interface AllDayLaneProps {
  readonly scale: GridScale;
  readonly things: readonly Thing[];
  readonly zone: string;
  readonly nowMs: number;
  readonly selectedKey: string | null;
  readonly tabStopKey: string | null;
  readonly actions: ThingActions;
}

/** What lasts whole days, above the hours. */
export function AllDayLane({ scale, things, zone, nowMs, selectedKey, tabStopKey, actions }: AllDayLaneProps) {
  const bars = inRows(
    things.flatMap((thing) => {
      const days = daysCovered(thing, scale, zone);
      return days ? [{ item: thing, ...days }] : [];
    }),
  );
  const rows = Math.max(0, ...bars.map((bar) => bar.row + 1));
  if (rows === 0) return null;
  return (
    <div className={styles.lane} style={{ '--days': scale.days.length, '--rows': rows } as CSSProperties}>
      <span className={styles.label}>all day</span>
      <div className={styles.bars}>
        {bars.map(({ item, fromDay, toDay, row }) => (
          <div
            key={item.key}
            role="button"
            tabIndex={item.key === tabStopKey ? 0 : -1}
            data-key={item.key}
            onClick={() => actions.open(item.key)}
            onKeyDown={(event) => actions.press(item.key, event)}
            aria-pressed={item.key === selectedKey}
            className={clsx(
              styles.bar,
              item.kind === 'event' ? colorClass(item.color) : styles.plain,
              item.endMs <= nowMs && styles.past,
              item.key === selectedKey && styles.selected,
            )}
            style={{ '--from': fromDay, '--to': toDay + 1, '--row': row } as CSSProperties}
          >
            <span className="visually-hidden">{`${item.title}, ${labelOf(fromDay, toDay, scale)}`}</span>
            <span dir="auto" aria-hidden>
              {item.title}
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}

function labelOf(fromDay: number, toDay: number, scale: GridScale): string {
  const from = scale.days[fromDay]!.day;
  return fromDay === toDay
    ? `all day, ${formatDay(from, 'long')}`
    : `${formatDay(from, 'long')} to ${formatDay(scale.days[toDay]!.day, 'long')}`;
}

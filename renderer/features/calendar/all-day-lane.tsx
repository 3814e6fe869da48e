import { colorClass } from '#renderer/ui/colors.ts';
import { formatDay } from '#renderer/ui/format.ts';
import { clsx } from 'clsx';
import type { CSSProperties, HTMLAttributes } from 'react';
import styles from './all-day-lane.module.css';
import type { GridScale } from './day-scale.ts';
import type { Stretch } from './drag.ts';
import { inRows } from './lay-out.ts';
import type { ThingActions } from './thing-view.tsx';
import { type Thing, daysCovered, isAcrossDays, isMovable } from './things.ts';

export interface AllDayLaneProps {
  readonly scale: GridScale;
  /** Where they are kept; what is on its way keeps its row. */
  readonly things: readonly Thing[];
  /** A thing on its way, and where it would be. */
  readonly lifted: { readonly key: string; readonly stretch: Stretch } | null;
  readonly zone: string;
  readonly nowMs: number;
  readonly selectedKey: string | null;
  readonly tabStopKey: string | null;
  readonly actions: ThingActions;
  /** Of the drags. */
  readonly handlers: HTMLAttributes<HTMLElement>;
}

/** What lasts whole days, above the hours. Its drags are the lane's, which knows it by `data-key`. */
export function AllDayLane({ scale, things, lifted, zone, handlers, ...rest }: AllDayLaneProps) {
  const moved = (thing: Thing): Thing => (thing.key === lifted?.key ? { ...thing, ...lifted.stretch } : thing);
  const bars = inRows(
    things.flatMap((thing) => {
      // What is just being drawn out to a day was not here before.
      const item = isAcrossDays(thing) ? thing : moved(thing);
      const days = isAcrossDays(item) ? daysCovered(item, scale, zone) : undefined;
      return days ? [{ item, ...days }] : [];
    }),
  );
  const rows = Math.max(0, ...bars.map((bar) => bar.row + 1));
  if (rows === 0) return null;
  return (
    <div className={styles.lane} style={{ '--days': scale.days.length, '--rows': rows } as CSSProperties}>
      <span className={styles.label}>all day</span>
      <div className={styles.bars} data-dragging={lifted !== null || undefined} {...handlers}>
        {bars.map(({ item, fromDay, toDay, row }) => {
          const days = item.key === lifted?.key ? daysCovered(moved(item), scale, zone) : { fromDay, toDay };
          return (
            days && (
              <LaneBar
                key={item.key}
                {...rest}
                thing={item}
                place={placeOf(days.fromDay, days.toDay, row)}
                label={labelOf(days.fromDay, days.toDay, scale)}
                isLifted={item.key === lifted?.key}
              />
            )
          );
        })}
        {bars
          .filter(({ item }) => item.key === lifted?.key)
          .map(({ fromDay, toDay, row }) => (
            <div key="left" className={clsx(styles.bar, styles.left)} style={placeOf(fromDay, toDay, row)} />
          ))}
      </div>
    </div>
  );
}

interface LaneBarProps extends Pick<AllDayLaneProps, 'nowMs' | 'selectedKey' | 'tabStopKey' | 'actions'> {
  readonly thing: Thing;
  readonly place: CSSProperties;
  readonly label: string;
  readonly isLifted: boolean;
}

function LaneBar({ thing, place, label, isLifted, nowMs, selectedKey, tabStopKey, actions }: LaneBarProps) {
  return (
    <div
      role="button"
      tabIndex={thing.key === tabStopKey ? 0 : -1}
      data-key={thing.key}
      data-state={isLifted ? 'lifted' : 'still'}
      onClick={() => actions.open(thing.key)}
      onBlur={actions.leave}
      onKeyDown={(event) => actions.press(thing.key, event)}
      aria-pressed={thing.key === selectedKey}
      className={clsx(
        styles.bar,
        thing.kind === 'event' ? colorClass(thing.color) : styles.plain,
        thing.endMs <= nowMs && styles.past,
        thing.key === selectedKey && styles.selected,
      )}
      style={place}
    >
      <span className="visually-hidden">{`${thing.title}, ${label}`}</span>
      <span dir="auto" aria-hidden>
        {thing.title}
      </span>
      {isMovable(thing) && (
        <>
          <i className={styles.startEdge} data-edge="start" />
          <i className={styles.endEdge} data-edge="end" />
        </>
      )}
    </div>
  );
}

/** `toDay` is inclusive. */
function placeOf(fromDay: number, toDay: number, row: number): CSSProperties {
  return { '--from': fromDay, '--to': toDay + 1, '--row': row } as CSSProperties;
}

function labelOf(fromDay: number, toDay: number, scale: GridScale): string {
  const from = scale.days[fromDay]!.day;
  return fromDay === toDay
    ? `all day, ${formatDay(from, 'long')}`
    : `${formatDay(from, 'long')} to ${formatDay(scale.days[toDay]!.day, 'long')}`;
}

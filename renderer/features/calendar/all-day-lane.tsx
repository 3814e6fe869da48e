import type { Day } from '#contract/time';
import { colorClass } from '#renderer/ui/colors.ts';
import { clsx } from 'clsx';
import { type CSSProperties, type HTMLAttributes, useMemo } from 'react';
import styles from './all-day-lane.module.css';
import type { GridScale } from './day-scale.ts';
import { capped, inRows } from './lay-out.ts';
import { MorePopover } from './more-popover.tsx';
import { isolated, spoken } from './thing-words.ts';
import { type Thing, daysCovered, isAcrossDays, isMovable, placed } from './things.ts';
import type { Drag } from './use-grid-drag.ts';

/** More rows than this leave the hours too little room. */
const MOST_ROWS = 4;

export interface AllDayLaneProps {
  readonly scale: GridScale;
  /** Where they are kept; what is on its way keeps its row. */
  readonly things: readonly Thing[];
  /** A thing on its way, and where it would be. */
  readonly lifted: Drag | null;
  readonly zone: string;
  readonly nowMs: number;
  readonly selectedKey: string | null;
  readonly tabStopKey: string | null;
  /** Of the drags. */
  readonly handlers: HTMLAttributes<HTMLElement>;
  onOpen(thing: Thing): void;
  onPickDay(day: Day): void;
}

/** What lasts whole days, above the hours. Its drags are the lane's, which knows it by `data-key`. */
export function AllDayLane(props: AllDayLaneProps) {
  const { scale, things, lifted, zone, handlers, selectedKey, tabStopKey, nowMs } = props;
  const shown = useMemo(() => laneThings(things, lifted), [things, lifted]);
  const { bars, hidden, rows } = useMemo(() => {
    const all = inRows(
      shown.flatMap((item) => {
        const days = daysCovered(item, scale, zone);
        return days ? [{ item, ...days }] : [];
      }),
    );
    const fitting = capped(all, scale.days.length, MOST_ROWS);
    const used = Math.max(1, ...all.map((bar) => bar.row + 1));
    return { bars: fitting.shown, hidden: fitting.hidden, rows: Math.min(used, MOST_ROWS) };
  }, [shown, scale, zone]);
  const origin = lifted?.thing && !lifted.isCopy && isAcrossDays(lifted.thing) ? lifted.thing : undefined;
  const originDays = origin && daysCovered(origin, scale, zone);
  const originRow = bars.find(({ item }) => item.key === origin?.key)?.row ?? 0;
  return (
    <div className={styles.lane} style={{ '--days': scale.days.length, '--rows': rows } as CSSProperties}>
      <span className={styles.label}>all day</span>
      <div className={styles.bars} data-dragging={lifted !== null || undefined} {...handlers}>
        {bars.map(({ item, fromDay, toDay, row }) => (
          <LaneBar
            key={item.key}
            thing={item}
            zone={zone}
            place={placeOf(fromDay, toDay, row)}
            isPast={item.endMs <= nowMs}
            isSelected={item.key === selectedKey}
            isTabStop={item.key === tabStopKey}
            isLifted={item.key === liftedKey(lifted)}
          />
        ))}
        {originDays && (
          <div
            className={clsx(styles.bar, styles.left)}
            style={placeOf(originDays.fromDay, originDays.toDay, originRow)}
          />
        )}
        {hidden.map((count, at) => {
          const day = scale.days[at];
          return (
            count > 0 &&
            day && (
              <MorePopover
                key={day.day}
                day={day.day}
                count={count}
                zone={zone}
                things={shown.filter((thing) => thing.startMs < day.endMs && thing.endMs > day.startMs)}
                className={styles.more}
                style={placeOf(at, at, MOST_ROWS - 1)}
                onOpen={props.onOpen}
                onPickDay={props.onPickDay}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

/** A copy on its way is a thing of its own. */
export const liftedKey = (lifted: Drag | null): string | undefined =>
  !lifted?.thing ? undefined : lifted.isCopy ? `${lifted.thing.key} copy` : lifted.thing.key;

function laneThings(things: readonly Thing[], lifted: Drag | null): readonly Thing[] {
  const across = things.filter(
    (thing) => isAcrossDays(thing) && (lifted?.isCopy !== false || thing.key !== lifted.thing?.key),
  );
  if (lifted === null) return across;
  const moved: Thing =
    lifted.thing === null
      ? { kind: 'draft', key: 'draft', title: 'New event', ...lifted.to }
      : { ...placed(lifted.thing, lifted.to), key: liftedKey(lifted)! };
  return isAcrossDays(moved) ? [...across, moved] : across;
}

interface LaneBarProps {
  readonly thing: Thing;
  readonly zone: string;
  readonly place: CSSProperties;
  readonly isPast: boolean;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly isLifted: boolean;
}

function LaneBar({ thing, zone, place, isPast, isSelected, isTabStop, isLifted }: LaneBarProps) {
  return (
    <div
      role="button"
      tabIndex={isTabStop ? 0 : -1}
      data-key={thing.key}
      data-state={isLifted ? 'lifted' : 'still'}
      aria-pressed={isSelected}
      className={clsx(
        styles.bar,
        thing.kind === 'event' ? colorClass(thing.color) : styles.plain,
        isPast && styles.past,
        isSelected && styles.selected,
      )}
      style={place}
    >
      <span className="visually-hidden">{spoken(thing, zone)}</span>
      <span aria-hidden>{isolated(thing.title)}</span>
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

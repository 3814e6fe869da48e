import type { Day } from '#contract/time';
import { addDays, weekNumber } from '#renderer/ui/days.ts';
import { formatDay } from '#renderer/ui/format.ts';
import { clsx } from 'clsx';
import {
  type CSSProperties,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { liftedKey } from './all-day-lane.tsx';
import { DIRECTIONS, type Direction } from './grid-keys.ts';
import { monthWeeksOf } from './month-bars.ts';
import { HEAD_PX, MonthChip, ROW_PX } from './month-chip.tsx';
import styles from './month-view.module.css';
import { MorePopover } from './more-popover.tsx';
import { longDay, wordsOf } from './thing-words.ts';
import { type Thing, placed } from './things.ts';
import { useDayDrag } from './use-day-drag.ts';
import { useFocusThing } from './use-focus-thing.ts';
import type { Drag } from './use-grid-drag.ts';
import { useNudge } from './use-nudge.ts';
import { useThingKeys } from './use-thing-keys.ts';
import type { ViewProps } from './view-props.ts';
import { instantOf, startOfDay } from './zoned.ts';

/** What stands above the weeks, as a first guess at the room they have. */
const BARS_PX = 80;

export interface MonthViewProps extends ViewProps {
  readonly days: readonly Day[];
  /** The day in hand; its month is the one shown. */
  readonly day: Day;
}

/** Weeks below each other, with the first few things of each day. */
export function MonthView(props: MonthViewProps) {
  const { days, day, zone, things, nowMs, selectedKey } = props;
  const root = useRef<HTMLElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const weeks = days.length / 7;
  const most = useRoom(area, weeks);
  const byKey = useMemo(() => new Map(things.map((thing) => [thing.key, thing])), [things]);
  const starts = useMemo(() => [...days, addDays(days.at(-1)!, 1)].map((one) => startOfDay(one, zone)), [days, zone]);
  const focusThing = useFocusThing(root, selectedKey);
  const nudge = useNudge(byKey, zone, props.onMove, 'days');
  const indexAt = useCallback(
    ({ clientX, clientY }: { clientX: number; clientY: number }): number => {
      const box = area.current!.querySelector('[data-week]')!.getBoundingClientRect();
      const all = area.current!.getBoundingClientRect();
      const column = Math.floor(((clientX - box.left) / box.width) * 7);
      const row = Math.floor(((clientY - all.top) / all.height) * weeks);
      return Math.min(Math.max(0, row), weeks - 1) * 7 + Math.min(Math.max(0, column), 6);
    },
    [weeks],
  );
  const { drag, handlers } = useDayDrag({
    things: byKey,
    zone,
    dayAt: indexAt,
    stretchOf: (from, to) => ({ startMs: starts[from]!, endMs: starts[to + 1]!, allDay: true }),
    onDropped: props.onDropped,
    onDrawn: props.onDrawn,
    onFree(index) {
      props.onSelect(null);
      props.onDay(days[index]!);
    },
  });
  const onItsWay = nudge.current;
  const lifted = useMemo((): Drag | null => {
    const thing = onItsWay === null ? undefined : byKey.get(onItsWay.key);
    return drag ?? (thing && onItsWay ? { thing, to: onItsWay.stretch, isCopy: false } : null);
  }, [drag, onItsWay, byKey]);
  const laid = useMemo(() => monthWeeksOf(withLifted(things, lifted), starts, most), [things, lifted, starts, most]);
  const isSelectedShown = laid.some(({ bars }) => bars.some(({ item }) => item.key === selectedKey));

  /** Down and up through what stands in a day and on to the week below; left and right to the same place of the day beside. */
  function step(from: HTMLElement, direction: Direction): boolean {
    const cell = from.dataset['cell'];
    if (cell === undefined) return false;
    const own = cellOf(root.current!, cell);
    const at = own.indexOf(from);
    const isVertical = direction === 'up' || direction === 'down';
    const sign = direction === 'left' || direction === 'up' ? -1 : 1;
    const inCell = isVertical ? own[at + sign] : undefined;
    if (inCell) return take(inCell);
    const next = addDays(cell, isVertical ? sign * 7 : sign);
    if (!days.includes(next)) {
      props.onDay(next, true);
      return true;
    }
    const there = cellOf(root.current!, next);
    const target = isVertical ? there.at(sign === 1 ? 0 : -1) : there[Math.min(at, there.length - 1)];
    return target !== undefined && take(target);
  }

  function take(element: HTMLElement): boolean {
    element.focus({ preventScroll: true });
    props.onSelect(element.dataset['key'] ?? null);
    const head = element.dataset['head'];
    if (head?.slice(0, 7) === day.slice(0, 7)) props.onDay(head);
    return true;
  }

  const handlersOfThings = useThingKeys({
    ...props,
    things: byKey,
    nudge,
    onPush(thing, direction, isResize) {
      focusThing(thing.key);
      nudge.push(thing, direction, isResize);
      return true;
    },
    onStep: (_, direction) => document.activeElement instanceof HTMLElement && step(document.activeElement, direction),
  });
  useImperativeHandle(
    props.surface,
    () => ({
      at(point, durationMin) {
        const box = area.current!.getBoundingClientRect();
        const isInside =
          point.clientX >= box.left &&
          point.clientX <= box.right &&
          point.clientY >= box.top &&
          point.clientY <= box.bottom;
        if (!isInside) return undefined;
        const startMs = instantOf(`${days[indexAt(point)]!}T09:00`, zone);
        return { startMs, endMs: startMs + durationMin * 60_000 };
      },
    }),
    [days, zone, indexAt],
  );
  const headKeys = (event: KeyboardEvent<HTMLElement>): void => {
    const direction = DIRECTIONS[event.key];
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (direction && isPlain && step(event.currentTarget, direction)) event.preventDefault();
  };

  return (
    <section ref={root} className={styles.root} aria-label="Calendar" {...handlersOfThings}>
      <div className={styles.names} aria-hidden>
        <span />
        {days.slice(0, 7).map((one) => (
          <span key={one}>{wordsOf(one, 'weekday')}</span>
        ))}
      </div>
      <div ref={area} className={styles.area} data-dragging={drag !== null || undefined} {...handlers}>
        {laid.map(({ bars, hidden }, week) => (
          <div key={week} className={styles.week}>
            <span className={styles.number} aria-hidden>
              {weekNumber(addDays(days[week * 7]!, 3))}
            </span>
            <div className={styles.days} data-week>
              {days.slice(week * 7, week * 7 + 7).map((one) => (
                <div
                  key={one}
                  className={clsx(
                    styles.day,
                    props.isOff(one) && styles.off,
                    one.slice(0, 7) !== day.slice(0, 7) && styles.outside,
                  )}
                >
                  <button
                    type="button"
                    data-no-drag
                    data-cell={one}
                    data-head={one}
                    tabIndex={one === day && !isSelectedShown ? 0 : -1}
                    aria-current={one === props.today ? 'date' : undefined}
                    className={clsx(styles.head, one === props.today && styles.today)}
                    onKeyDown={headKeys}
                    onClick={() => props.onPickDay(one)}
                  >
                    <span className="visually-hidden">{wordsOf(one, 'full')}</span>
                    <span aria-hidden>{headOf(one)}</span>
                  </button>
                </div>
              ))}
              {bars.map((bar) => (
                <MonthChip
                  key={bar.item.key}
                  bar={bar}
                  cell={days[week * 7 + bar.fromDay]!}
                  zone={zone}
                  isPast={bar.item.endMs <= nowMs}
                  isSelected={bar.item.key === selectedKey}
                  isInConflict={props.conflicts.has(bar.item.key)}
                  isBegun={bar.item.startMs < starts[week * 7 + bar.fromDay]!}
                  isUnfinished={bar.item.endMs > starts[week * 7 + bar.toDay + 1]!}
                  state={stateOf(bar.item, lifted)}
                />
              ))}
              {hidden.map((count, at) => {
                const index = week * 7 + at;
                return (
                  count > 0 && (
                    <MorePopover
                      key={at}
                      day={days[index]!}
                      count={count}
                      zone={zone}
                      things={things.filter(
                        (thing) => thing.startMs < starts[index + 1]! && thing.endMs > starts[index]!,
                      )}
                      className={styles.more}
                      style={{ '--from': at, '--to': at + 1, '--row': most - 1 } as CSSProperties}
                      onOpen={(thing) => props.onOpen(thing, false)}
                      onPickDay={props.onPickDay}
                    />
                  )
                );
              })}
            </div>
          </div>
        ))}
      </div>
      <div className="visually-hidden" aria-live="polite">
        {onItsWay === null ? '' : longDay(days[dayAtOf(starts, onItsWay.stretch.startMs)] ?? day)}
      </div>
    </section>
  );
}

const GHOST = ' left';

/** What is on its way stands where it would be, and as an outline where it was. */
function withLifted(things: readonly Thing[], lifted: Drag | null): readonly Thing[] {
  if (lifted === null) return things;
  if (lifted.thing === null) return [...things, { kind: 'draft', key: 'draft', title: 'New event', ...lifted.to }];
  const { key } = lifted.thing;
  const moved: Thing = { ...placed(lifted.thing, lifted.to), key: liftedKey(lifted)! };
  if (lifted.isCopy) return [...things, moved];
  return [...things.map((thing) => (thing.key === key ? { ...thing, key: key + GHOST } : thing)), moved];
}

function stateOf(thing: Thing, lifted: Drag | null): 'still' | 'lifted' | 'left' {
  if (lifted === null) return 'still';
  if (thing.key === liftedKey(lifted)) return 'lifted';
  return thing.key.endsWith(GHOST) ? 'left' : 'still';
}

function cellOf(root: HTMLElement, day: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(`[data-cell="${day}"]`)];
}

const dayAtOf = (starts: readonly number[], instantMs: number): number =>
  starts.findLastIndex((startMs) => startMs <= instantMs);

/** 1 Nov at the first of a month, else the number alone. */
function headOf(day: Day): string {
  return day.endsWith('-01') ? formatDay(day, 'short') : String(Number(day.slice(8)));
}

/** What a month had last, so that one drawn out of sight fits at once. */
let lastHeight: number | undefined;

/** How many rows of things a week has room for. */
function useRoom(area: RefObject<HTMLElement | null>, weeks: number): number {
  const [height, setHeight] = useState(() => lastHeight ?? window.innerHeight - BARS_PX);
  useLayoutEffect(() => {
    const element = area.current!;
    const observer = new ResizeObserver(() => {
      // Out of sight it has none.
      if (element.clientHeight > 0) setHeight((lastHeight = element.clientHeight));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [area]);
  return Math.max(1, Math.floor((height / weeks - HEAD_PX) / ROW_PX));
}

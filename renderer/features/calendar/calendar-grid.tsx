import type { Day } from '#contract/time';
import { formatDay } from '#renderer/ui/format.ts';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useLayoutEffect, useMemo, useRef } from 'react';
import { AllDayLane } from './all-day-lane.tsx';
import styles from './calendar-grid.module.css';
import { type GridScale, instantAt, topOf } from './day-scale.ts';
import { DayHeads, Hours, Lines } from './day-lines.tsx';
import type { Stretch } from './drag.ts';
import { DIRECTIONS, neighbour } from './grid-keys.ts';
import { type Segment, segmentsOf, uncrowded } from './segments.ts';
import { type ThingActions, ThingView } from './thing-view.tsx';
import { type Thing, isAcrossDays, isMovable } from './things.ts';
import { useFocusThing } from './use-focus-thing.ts';
import { useGridDrag } from './use-grid-drag.ts';
import { useLaneDrag } from './use-lane-drag.ts';
import { useNudge } from './use-nudge.ts';
import { useScrollToStart } from './use-scroll-to-start.ts';

const HOUR_MS = 3_600_000;
/** More than so many side by side in a column of a week can't be read. */
const MOST_IN_WEEK = 4;

export interface CalendarGridProps {
  readonly scale: GridScale;
  readonly zone: string;
  readonly things: readonly Thing[];
  readonly nowMs: number;
  readonly today: Day;
  /** Days without working hours stand back. */
  readonly isOff: (day: Day) => boolean;
  /** Where the day begins to matter, in minutes of the wall clock. */
  readonly firstMinute: number;
  readonly selectedKey: string | null;
  /** Stands beside the selected thing. */
  readonly aside?: ReactNode;
  onSelect(key: string | null): void;
  /** `byKeyboard`: what opens takes the focus. */
  onOpen(thing: Thing, byKeyboard: boolean): void;
  onMove(thing: Thing, to: Stretch): void;
  onDrawn(stretch: Stretch): void;
  onPickDay(day: Day): void;
  onRemove(thing: Thing): void;
  onMoveTo(thing: Thing): void;
}

/** Days side by side, hour by hour. */
export function CalendarGrid(props: CalendarGridProps) {
  const { scale, zone, things, nowMs, today, selectedKey } = props;
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useRef<HTMLDivElement>(null);
  const byKey = useMemo(() => new Map(things.map((thing) => [thing.key, thing])), [things]);
  const focusThing = useFocusThing(root, selectedKey);
  const nudge = useNudge(byKey, zone, props.onMove);
  const { drag, handlers } = useGridDrag({
    scale,
    things: byKey,
    columns,
    scroller,
    onMoved: props.onMove,
    onDrawn: props.onDrawn,
    onFree(place, isSecond) {
      const day = scale.days[place.day];
      if (!isSecond) return props.onSelect(null);
      if (!day) return;
      const startMs = instantAt(day, Math.floor(place.topMin / 30) * 30);
      props.onDrawn({ startMs, endMs: startMs + HOUR_MS });
    },
  });
  const lane = useLaneDrag({ things: byKey, days: scale.days.length, zone, onMoved: props.onMove });
  useScrollToStart(scroller, scale, props.firstMinute);

  const onItsWay = nudge.current;
  const lifted = useMemo(() => {
    const dragged = drag ?? lane.drag;
    return dragged?.thing ? { key: dragged.thing.key, stretch: dragged.stretch } : onItsWay;
  }, [drag, lane.drag, onItsWay]);
  const shown = useMemo(
    () =>
      lifted === null
        ? things
        : things.map((thing) => (thing.key === lifted.key ? { ...thing, ...lifted.stretch } : thing)),
    [things, lifted],
  );
  const most = scale.days.length === 1 ? Number.POSITIVE_INFINITY : MOST_IN_WEEK;
  const { shown: segments, crowds } = useMemo(() => {
    const timed = shown.filter((thing) => !isAcrossDays(thing));
    return uncrowded(segmentsOf(timed, scale), most);
  }, [shown, scale, most]);
  const reachable = useMemo(
    () => [...shown.filter(isAcrossDays), ...new Set(segments.map((segment) => segment.thing))],
    [shown, segments],
  );
  const tabStopKey = tabStopOf(selectedKey, byKey, segments, nowMs);
  const origin = lifted === null ? undefined : byKey.get(lifted.key);
  const shadows: readonly Thing[] = [
    ...(origin === undefined || isAcrossDays(origin) ? [] : [origin]),
    ...(drag !== null && drag.thing === null
      ? [{ kind: 'draft' as const, key: 'draft', title: 'New event', ...drag.stretch }]
      : []),
  ];

  function press(thing: Thing, event: KeyboardEvent<HTMLElement>): boolean {
    const direction = DIRECTIONS[event.key];
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
    if (direction && event.altKey && isMovable(thing)) {
      const isVertical = direction === 'up' || direction === 'down';
      if (isVertical && thing.kind === 'event' && thing.event.allDay) return true;
      focusThing(thing.key);
      nudge.push(thing, direction, event.shiftKey);
      return true;
    }
    if (direction && isPlain) {
      const next = neighbour(reachable, thing, direction, scale, zone);
      if (!next) return false;
      focusThing(next.key);
      props.onSelect(next.key);
      return true;
    }
    // Not written yet: undo takes back this move, not the change before it.
    if (nudge.current !== null && (event.ctrlKey || event.metaKey) && event.key === 'z') return nudge.cancel();
    if (!isPlain) return false;
    switch (event.key) {
      case 'Escape':
        return nudge.cancel();
      case 'Enter':
      case ' ':
        if (!nudge.commit()) props.onOpen(thing, true);
        return true;
      case 'Delete':
      case 'Backspace':
        props.onRemove(thing);
        return true;
      case 'm':
        if (isMovable(thing)) props.onMoveTo(thing);
        return true;
      default:
        return false;
    }
  }

  const latest = useRef({ press, open: props.onOpen, leave: nudge.commit, byKey });
  useLayoutEffect(() => {
    latest.current = { press, open: props.onOpen, leave: nudge.commit, byKey };
  });
  const actions = useMemo<ThingActions>(
    () => ({
      leave: () => void latest.current.leave(),
      open(key) {
        const thing = latest.current.byKey.get(key);
        if (thing) latest.current.open(thing, false);
      },
      press(key, event) {
        const thing = latest.current.byKey.get(key);
        if (thing && !event.nativeEvent.isComposing && latest.current.press(thing, event)) event.preventDefault();
      },
    }),
    [],
  );
  const todayScale = scale.days.find((day) => day.startMs <= nowMs && nowMs < day.endMs);
  const selected = segments.find(({ thing, isContinued }) => thing.key === selectedKey && !isContinued);

  return (
    <section
      ref={root}
      className={styles.root}
      style={{ '--days': scale.days.length, '--length': scale.lengthMin } as CSSProperties}
      aria-label="Calendar"
    >
      <DayHeads scale={scale} today={today} onPickDay={props.onPickDay} />
      <AllDayLane
        scale={scale}
        things={things}
        lifted={lifted}
        handlers={lane.handlers}
        zone={zone}
        nowMs={nowMs}
        selectedKey={selectedKey}
        tabStopKey={tabStopKey}
        actions={actions}
      />
      {/* With nothing in it to go to, the hours themselves take the focus, so that keys scroll them. */}
      <div
        ref={scroller}
        className={styles.scroll}
        {...(segments.length === 0 && { role: 'group', 'aria-label': 'Hours', tabIndex: 0, 'data-focus': 'inset' })}
      >
        <div className={styles.body}>
          <Hours hours={scale.hours} />
          <div ref={columns} className={styles.columns} data-dragging={drag !== null || undefined} {...handlers}>
            <Lines scale={scale} isOff={props.isOff} />
            {segmentsOf(shadows, scale).map((segment) => (
              <ThingView
                key={`shadow ${segment.thing.key} ${segment.day}`}
                segment={segment}
                zone={zone}
                isPast={false}
                isNow={false}
                isSelected={false}
                isTabStop={false}
                state={segment.thing.kind === 'draft' ? 'still' : 'left'}
                actions={actions}
              />
            ))}
            {segments.map((segment) => (
              <ThingView
                key={segment.isContinued ? `${segment.thing.key} ${segment.day}` : segment.thing.key}
                segment={segment}
                zone={zone}
                isPast={segment.thing.endMs <= nowMs}
                isNow={segment.thing.startMs <= nowMs && nowMs < segment.thing.endMs}
                isSelected={segment.thing.key === selectedKey}
                isTabStop={!segment.isContinued && segment.thing.key === tabStopKey}
                state={segment.thing.key === lifted?.key ? 'lifted' : 'still'}
                actions={actions}
              />
            ))}
            {crowds.map(({ day, topMin, endMin, count }) => (
              <button
                key={`${day} ${topMin}`}
                type="button"
                data-no-drag
                className={styles.crowd}
                style={{ ...place(day, topMin), '--for': endMin - topMin, '--columns': most } as CSSProperties}
                aria-label={`+${count} more on ${formatDay(scale.days[day]!.day, 'long')}`}
                onClick={() => props.onPickDay(scale.days[day]!.day)}
              >
                +{count}
              </button>
            ))}
            {todayScale !== undefined && (
              <div
                className={styles.now}
                aria-hidden
                style={place(scale.days.indexOf(todayScale), topOf(scale, todayScale, nowMs))}
              />
            )}
            {props.aside !== undefined && selected !== undefined && (
              <div
                className={styles.aside}
                data-no-drag
                data-place={asidePlace(selected.day, scale.days.length)}
                style={place(selected.day, selected.topMin)}
              >
                {props.aside}
              </div>
            )}
          </div>
        </div>
      </div>
    </section>
  );
}

const place = (day: number, topMin: number): CSSProperties => ({ '--day': day, '--top': topMin }) as CSSProperties;

/** Beside its day, on the side where there is room. */
function asidePlace(day: number, days: number): 'inside' | 'left' | 'right' {
  if (days === 1) return 'inside';
  return day >= days / 2 ? 'left' : 'right';
}

/** Where Tab enters the grid: what is selected, else what is next, else the first thing there is. */
function tabStopOf(
  selectedKey: string | null,
  things: ReadonlyMap<string, Thing>,
  segments: readonly Segment[],
  nowMs: number,
): string | null {
  if (selectedKey !== null && things.has(selectedKey)) return selectedKey;
  const next = segments.find(({ thing, isContinued }) => !isContinued && thing.kind !== 'draft' && thing.endMs > nowMs);
  return next?.thing.key ?? [...things.keys()][0] ?? null;
}

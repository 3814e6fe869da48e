import type { Settings } from '#contract/settings';
import { formatDay } from '#renderer/ui/format.ts';
import { clsx } from 'clsx';
import { type CSSProperties, type ReactNode, type RefObject, useImperativeHandle, useMemo, useRef } from 'react';
import { AllDayLane, liftedKey } from './all-day-lane.tsx';
import styles from './calendar-grid.module.css';
import { type GridScale, instantAt, topOf } from './day-scale.ts';
import { DayHeads, Hours, Lines, hoursElsewhere } from './day-lines.tsx';
import { SNAP_MIN } from './drag.ts';
import { neighbour } from './grid-keys.ts';
import { type Segment, segmentsOf, uncrowded } from './segments.ts';
import { ThingView } from './thing-view.tsx';
import { clockOf, longDay, rangeOf } from './thing-words.ts';
import { dayOf } from './zoned.ts';
import { type Thing, isAcrossDays, placed } from './things.ts';
import { useDayDrag } from './use-day-drag.ts';
import { useFocusThing } from './use-focus-thing.ts';
import { type Drag, placeAt, useGridDrag } from './use-grid-drag.ts';
import { useNudge } from './use-nudge.ts';
import { useScrollToStart } from './use-scroll-to-start.ts';
import { useThingKeys } from './use-thing-keys.ts';
import type { ViewProps } from './view-props.ts';

const HOUR_MS = 3_600_000;
/** More than so many side by side in a column of a week can't be read. */
const MOST_IN_WEEK = 4;

export interface CalendarGridProps extends ViewProps {
  readonly scale: GridScale;
  /** Its hours stand beside those of here. */
  readonly secondZone?: string | null;
  readonly lunch: Settings['lunch'];
  readonly scrollTopRef: RefObject<number | null>;
  /** Where the day begins to matter, in minutes of the wall clock. */
  readonly firstMinute: number;
  /** Stands beside the selected thing. */
  readonly aside: ReactNode;
}

/** Days side by side, hour by hour. */
export function CalendarGrid(props: CalendarGridProps) {
  const { scale, zone, things, nowMs, today, selectedKey, scrollTopRef } = props;
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useRef<HTMLDivElement>(null);
  const byKey = useMemo(() => new Map(things.map((thing) => [thing.key, thing])), [things]);
  const focusThing = useFocusThing(root, selectedKey);
  const nudge = useNudge(byKey, zone, props.onMove);
  const grid = useGridDrag({
    scale,
    things: byKey,
    columns,
    scroller,
    onDropped: props.onDropped,
    onDrawn: props.onDrawn,
    onFree(place, isSecond) {
      const day = scale.days[place.day];
      if (!isSecond) return props.onSelect(null);
      if (!day) return;
      const startMs = instantAt(day, Math.floor(place.topMin / 30) * 30);
      props.onDrawn({ startMs, endMs: startMs + HOUR_MS });
    },
  });
  const lane = useDayDrag({
    things: byKey,
    zone,
    dayAt: (event) => placeAt(columns.current!, scale, event).day,
    stretchOf: (from, to) => ({ startMs: scale.days[from]!.startMs, endMs: scale.days[to]!.endMs, allDay: true }),
    elsewhere(thing, event) {
      if (thing.kind !== 'event' || !thing.event.allDay) return undefined;
      if (event.clientY < scroller.current!.getBoundingClientRect().top) return undefined;
      const { day, topMin } = placeAt(columns.current!, scale, event);
      const startMs = instantAt(scale.days[day]!, Math.floor(topMin / SNAP_MIN) * SNAP_MIN);
      return { startMs, endMs: startMs + HOUR_MS, allDay: false };
    },
    onDropped: props.onDropped,
    onDrawn: props.onDrawn,
    onFree: () => props.onSelect(null),
  });
  useScrollToStart(scroller, scale, props.firstMinute, scrollTopRef);

  const onItsWay = nudge.current;
  const lifted = useMemo((): Drag | null => {
    const thing = onItsWay === null ? undefined : byKey.get(onItsWay.key);
    return grid.drag ?? lane.drag ?? (thing && onItsWay ? { thing, to: onItsWay.stretch, isCopy: false } : null);
  }, [grid.drag, lane.drag, onItsWay, byKey]);
  const shown = useMemo(() => {
    if (lifted === null || lifted.thing === null) return things;
    const moved: Thing = { ...placed(lifted.thing, lifted.to), key: liftedKey(lifted)! };
    return lifted.isCopy ? [...things, moved] : things.map((thing) => (thing.key === moved.key ? moved : thing));
  }, [things, lifted]);
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
  const origin = lifted?.thing;
  const shadows: readonly Thing[] = [
    ...(!origin || lifted.isCopy || isAcrossDays(origin) ? [] : [origin]),
    ...(grid.drag !== null && grid.drag.thing === null
      ? [{ kind: 'draft' as const, key: 'draft', title: 'New event', ...grid.drag.to }]
      : []),
  ];

  const handlers = useThingKeys({
    ...props,
    things: byKey,
    nudge,
    onPush(thing, direction, isResize) {
      const isVertical = direction === 'up' || direction === 'down';
      if (isVertical && thing.kind === 'event' && thing.event.allDay) return true;
      focusThing(thing.key);
      nudge.push(thing, direction, isResize);
      return true;
    },
    onStep(thing, direction) {
      const next = neighbour(reachable, thing, direction, scale, zone);
      if (!next) return false;
      focusThing(next.key);
      props.onSelect(next.key);
      return true;
    },
  });
  useImperativeHandle(
    props.surface,
    () => ({
      at(point, durationMin) {
        const box = columns.current!.getBoundingClientRect();
        const top = root.current!.getBoundingClientRect().top;
        if (point.clientX < box.left || point.clientX > box.right || point.clientY < top) return undefined;
        const { day: index, topMin } = placeAt(columns.current!, scale, point);
        const day = scale.days[index]!;
        if (point.clientY < scroller.current!.getBoundingClientRect().top)
          return { startMs: day.startMs, endMs: day.endMs, allDay: true };
        const startMs = instantAt(day, Math.floor(topMin / SNAP_MIN) * SNAP_MIN);
        return { startMs, endMs: startMs + durationMin * 60_000 };
      },
    }),
    [scale],
  );
  const { secondZone = null } = props;
  const second = useMemo(
    () => (secondZone === null ? undefined : hoursElsewhere(scale, secondZone)),
    [scale, secondZone],
  );
  const shownLifted = liftedKey(lifted);
  const todayScale = scale.days.find((day) => day.startMs <= nowMs && nowMs < day.endMs);
  const selected = segments.find(({ thing, isContinued }) => thing.key === selectedKey && !isContinued);

  return (
    <section
      ref={root}
      className={clsx(styles.root, second !== undefined && styles.two)}
      style={{ '--days': scale.days.length, '--length': scale.lengthMin } as CSSProperties}
      aria-label="Calendar"
      {...handlers}
    >
      <DayHeads scale={scale} today={today} zone={zone} secondZone={secondZone} onPickDay={props.onPickDay} />
      <AllDayLane
        scale={scale}
        things={things}
        lifted={lifted}
        handlers={lane.handlers}
        onOpen={(thing) => props.onOpen(thing, false)}
        onPickDay={props.onPickDay}
        zone={zone}
        nowMs={nowMs}
        selectedKey={selectedKey}
        tabStopKey={tabStopKey}
      />
      {/* With nothing in it to go to, the hours themselves take the focus, so that keys scroll them. */}
      <div
        ref={scroller}
        className={styles.scroll}
        data-scroller
        onScroll={({ currentTarget }) => {
          if (currentTarget.closest('[data-waiting]') === null) scrollTopRef.current = currentTarget.scrollTop;
        }}
        {...(segments.length === 0 && { role: 'group', 'aria-label': 'Hours', tabIndex: 0, 'data-focus': 'inset' })}
      >
        <div className={styles.body}>
          <div className={styles.gutter}>
            <Hours hours={scale.hours} second={second} />
            {todayScale !== undefined && (
              <span className={styles.nowTime} aria-hidden style={place(0, topOf(scale, todayScale, nowMs))}>
                {clockOf(nowMs, zone)}
              </span>
            )}
          </div>
          <div
            ref={columns}
            className={styles.columns}
            data-dragging={grid.drag !== null || undefined}
            {...grid.handlers}
          >
            <Lines scale={scale} isOff={props.isOff} lunch={props.lunch} />
            {segmentsOf(shadows, scale).map((segment) => (
              <ThingView
                key={`shadow ${segment.thing.key} ${segment.day}`}
                segment={segment}
                zone={zone}
                isPast={false}
                isNow={false}
                isSelected={false}
                isTabStop={false}
                isInConflict={false}
                state={segment.thing.kind === 'draft' ? 'still' : 'left'}
                days={scale.days.length}
                gridMin={scale.lengthMin}
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
                isInConflict={props.conflicts.has(segment.thing.key)}
                state={segment.thing.key === shownLifted ? 'lifted' : 'still'}
                days={scale.days.length}
                gridMin={scale.lengthMin}
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
            {props.aside !== null && selected !== undefined && (
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
      <div className="visually-hidden" aria-live="polite">
        {onItsWay === null
          ? ''
          : `${rangeOf(onItsWay.stretch, zone)}, ${longDay(dayOf(onItsWay.stretch.startMs, zone))}`}
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

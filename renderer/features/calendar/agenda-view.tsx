import type { Day } from '#contract/time';
import { colorClass } from '#renderer/ui/colors.ts';
import type { PlanSession } from '#renderer/features/plan/index.ts';
import { addDays, daysBetween } from '#renderer/ui/days.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { formatDay, formatRelativeDay } from '#renderer/ui/format.ts';
import { clsx } from 'clsx';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import styles from './agenda-view.module.css';
import { byDays } from './by-days.ts';
import { thingsIn } from './things-in.ts';
import { clockOf, spoken } from './thing-words.ts';
import { type Thing, isAcrossDays } from './things.ts';
import { useAgenda } from './use-agenda.ts';
import { useFocusThing } from './use-focus-thing.ts';
import { useNudge } from './use-nudge.ts';
import { useThingKeys } from './use-thing-keys.ts';
import type { ViewProps } from './view-props.ts';
import { dayOf } from './zoned.ts';

const SCROLL_PAUSE_MS = 150;

export interface AgendaViewProps extends Omit<ViewProps, 'things' | 'isOff'> {
  /** The day at the top. */
  readonly day: Day;
  readonly session: PlanSession | null;
}

/** Days below each other with all that is on them, as far as one scrolls in either direction. */
export function AgendaView(props: AgendaViewProps) {
  const { day, zone, nowMs, today, selectedKey, session } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const atTop = useRef(day);
  // Where it began; another day far away begins anew.
  const [anchor, setAnchor] = useState(day);
  const top = useRef<HTMLDivElement>(null);
  const bottom = useRef<HTMLDivElement>(null);
  const agenda = useAgenda(anchor, zone, { scroller, top, bottom });
  const isBeside = day < agenda.fromDay || day >= agenda.toDay;
  if (isBeside) setAnchor(day);
  const things = useMemo(() => agenda.ranges.flatMap((range) => thingsIn(range, session)), [agenda.ranges, session]);
  const byKey = useMemo(() => new Map(things.map((thing) => [thing.key, thing])), [things]);
  const days = useMemo(() => byDay(things, today, zone, agenda), [things, today, zone, agenda]);
  const focusThing = useFocusThing(scroller, selectedKey);
  const nudge = useNudge(byKey, zone, props.onMove);
  const handlers = useThingKeys({
    ...props,
    things: byKey,
    nudge,
    onPush(thing, direction, isResize) {
      if (isResize) return false;
      const sign = direction === 'left' || direction === 'up' ? -1 : 1;
      focusThing(thing.key);
      props.onMove(thing, byDays(thing, 'move', direction === 'left' || direction === 'right' ? sign : sign * 7, zone));
      return true;
    },
    onStep(_, direction) {
      if (direction === 'left' || direction === 'right') return false;
      const rows = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
      const next = rows[rows.findIndex((row) => row === document.activeElement) + (direction === 'up' ? -1 : 1)];
      if (!next) return false;
      next.focus();
      props.onSelect(next.dataset['key'] ?? null);
      return true;
    },
  });

  // A day asked for from outside comes to the top; the one that scrolling brought there is there already.
  useLayoutEffect(() => {
    if (day === atTop.current && agenda.isRead) return;
    const section = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-day]') ?? [])].find(
      (one) => one.dataset['day']! >= day,
    );
    section?.scrollIntoView({ block: 'start' });
    if (agenda.isRead) atTop.current = day;
  }, [day, agenda]);

  const { onDay } = props;
  useEffect(() => {
    const element = scroller.current!;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const scrolled = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const edge = element.getBoundingClientRect().top;
        const section = [...element.querySelectorAll<HTMLElement>('[data-day]')].find(
          (one) => one.getBoundingClientRect().bottom > edge + 8,
        );
        const shown = section?.dataset['day'];
        if (shown === undefined || shown === atTop.current) return;
        atTop.current = shown;
        onDay(shown);
      }, SCROLL_PAUSE_MS);
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', scrolled);
    };
  }, [onDay]);

  const tabStop = selectedKey !== null && byKey.has(selectedKey) ? selectedKey : firstAhead(things, nowMs);
  return (
    <section ref={scroller} className={styles.agenda} aria-label="Calendar" tabIndex={-1} {...handlers}>
      <div ref={top} className={styles.end}>
        {agenda.isTopAsleep && (
          <Button variant="quiet" size="small" onClick={agenda.lookBack}>
            Nothing before. Look further back
          </Button>
        )}
      </div>
      {days.map(({ day: one, things: own }) => (
        <section key={one} data-day={one} className={clsx(styles.day, one === today && styles.today)}>
          <h2 className={styles.head}>
            <button type="button" data-focus="inset" onClick={() => props.onPickDay(one)}>
              {formatDay(one, 'long')}
              {one.slice(0, 4) !== today.slice(0, 4) && ` ${Number(one.slice(0, 4))}`}
            </button>
            {Math.abs(daysBetween(today, one)) <= 1 && (
              <span className={styles.near}>{formatRelativeDay(one, today)}</span>
            )}
          </h2>
          {own.length === 0 && <p className={styles.nothing}>Nothing on.</p>}
          {own.map((thing) => (
            <div
              key={thing.key}
              role="button"
              tabIndex={thing.key === tabStop && one === dayOf(thing.startMs, zone) ? 0 : -1}
              data-key={thing.key}
              data-focus="inset"
              data-continued={one === dayOf(thing.startMs, zone) ? undefined : true}
              aria-pressed={thing.key === selectedKey}
              className={clsx(
                styles.row,
                thing.kind === 'event' && colorClass(thing.color),
                thing.endMs <= nowMs && styles.past,
                thing.key === selectedKey && styles.selected,
              )}
            >
              <span className={styles.time} aria-hidden>
                {timeOn(one, thing, zone)}
              </span>
              <span className="visually-hidden">{spoken(thing, zone, props.conflicts.has(thing.key))}</span>
              <span className={styles.mark} data-kind={thing.kind} />
              <span className={styles.title} dir="auto" aria-hidden>
                {thing.title}
              </span>
              <span className={styles.where} dir="auto" aria-hidden>
                {thing.kind === 'event' ? thing.event.place : 'task'}
              </span>
            </div>
          ))}
        </section>
      ))}
      {agenda.isRead && days.length === 0 && (
        <EmptyState title="Nothing on the calendar">Press C for an event; it is listed here under its day.</EmptyState>
      )}
      <div ref={bottom} className={styles.end}>
        {agenda.isBottomAsleep && (
          <Button variant="quiet" size="small" onClick={agenda.lookOn}>
            Nothing after. Look further on
          </Button>
        )}
      </div>
    </section>
  );
}

/** Days with something on them, and today. What lasts several days stands on each of them. */
function byDay(
  things: readonly Thing[],
  today: Day,
  zone: string,
  { fromDay, toDay }: { readonly fromDay: Day; readonly toDay: Day },
): { day: Day; things: Thing[] }[] {
  const found = new Map<Day, Map<string, Thing>>();
  if (today >= fromDay && today < toDay) found.set(today, new Map());
  for (const thing of things) {
    const last = isAcrossDays(thing) ? dayOf(thing.endMs - 1, zone) : dayOf(thing.startMs, zone);
    for (let day = dayOf(thing.startMs, zone); day <= last && day < toDay; day = addDays(day, 1)) {
      if (day < fromDay) continue;
      let own = found.get(day);
      if (!own) found.set(day, (own = new Map<string, Thing>()));
      own.set(thing.key, thing);
    }
  }
  return [...found]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, own]) => ({
      day,
      things: [...own.values()].toSorted(
        (one, other) => Number(isAcrossDays(other)) - Number(isAcrossDays(one)) || one.startMs - other.startMs,
      ),
    }));
}

function timeOn(day: Day, thing: Thing, zone: string): string {
  if (isAcrossDays(thing)) {
    const first = dayOf(thing.startMs, zone);
    const last = dayOf(thing.endMs - 1, zone);
    return first === last ? 'all day' : `day ${daysBetween(first, day) + 1} of ${daysBetween(first, last) + 1}`;
  }
  return `${clockOf(thing.startMs, zone)} to ${clockOf(thing.endMs, zone)}`;
}

function firstAhead(things: readonly Thing[], nowMs: number): string | undefined {
  return (things.find((thing) => thing.endMs > nowMs) ?? things[0])?.key;
}

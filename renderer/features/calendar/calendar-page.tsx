import type { Weekday } from '#contract/plan';
import type { Day } from '#contract/time';
import { failureOf } from '#renderer/data/failure.ts';
import { DecisionBar, ReasonCard, usePlan } from '#renderer/features/plan/index.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { addDays, weekdayOf } from '#renderer/ui/days.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { PagePane } from '#renderer/ui/page-pane.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { type PointerEvent, useCallback, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { AgendaView } from './agenda-view.tsx';
import { BlockPane } from './block-pane.tsx';
import { CalendarBar } from './calendar-bar.tsx';
import { CalendarGrid } from './calendar-grid.tsx';
import styles from './calendar-page.module.css';
import { conflictsOf } from './conflicts.ts';
import { gridScale } from './day-scale.ts';
import type { Drop } from './drag.ts';
import { EventPane, NewEventPane } from './event-pane.tsx';
import { type EventValues, newValues, stretchOf } from './event-values.ts';
import { GoToDialog } from './go-to-dialog.tsx';
import { MonthView } from './month-view.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { Overview } from './overview.tsx';
import { ScopeDialog } from './scope-dialog.tsx';
import { placeEntries, thingEntries } from './thing-entries.ts';
import { thingsIn } from './things-in.ts';
import type { Thing } from './things.ts';
import { useCalendarCommands } from './use-calendar-commands.ts';
import { type CalendarRange, type Surroundings, useRange } from './use-calendar-data.ts';
import { useCalendarLinks } from './use-calendar-links.ts';
import { useCalendarView } from './use-calendar-view.ts';
import { useToPlan } from './use-to-plan.ts';
import { ToPlan } from './to-plan.tsx';
import { isOverToPlan } from './over-to-plan.ts';
import type { Drag } from './use-grid-drag.ts';
import { useScopeQuestion } from './use-scope-question.ts';
import type { Surface, ViewProps } from './view-props.ts';
import { VIEWS } from './views.ts';
import { YearView } from './year-view.tsx';
import { dayOf, instantOf, startOfDay } from './zoned.ts';

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const HALF_HOUR_MS = 1_800_000;

/** The calendar in each of its views, with the plan in hand and what is selected beside it. */
export function CalendarPage({ zone, settings, nowMs, today }: Surroundings) {
  const shown = useCalendarView(today, settings.weekStart);
  const { show, view, days } = shown;
  const scale = useMemo(() => gridScale(days, zone), [days, zone]);
  const range = useRange(days, shown.beside, zone);
  const commands = useCalendarCommands(
    zone,
    (id) => range.data?.calendars.find((calendar) => calendar.id === id)?.feed === null,
  );
  const { question, ask, answer } = useScopeQuestion();
  const [selectedKey, setSelectedKey] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [takesFocus, setTakesFocus] = useState(false);
  const [isPaneOpen, setPaneOpen] = useState(() => window.innerWidth > 1_000);
  const [draft, setDraft] = useState<{ id: number; values: EventValues } | null>(null);
  const [movingKey, setMovingKey] = useState<string | null>(null);
  const [isGoingTo, setGoingTo] = useState(false);
  const [menu, setMenu] = useState<{ thing: Thing | null; drop: Drop | undefined }>({ thing: null, drop: undefined });
  const surface = useRef<Surface>(null);

  const bringIntoView = useCallback(
    (instantMs: number) => {
      const day = dayOf(instantMs, zone);
      if (!days.includes(day)) show(day);
      setPaneOpen(true);
    },
    [days, show, zone],
  );
  const planning = usePlan(bringIntoView);
  const { session } = planning;

  const thingsOf = useCallback((of: CalendarRange) => thingsIn(of, session), [session]);
  const things = useMemo(() => thingsOf(range.data ?? NOTHING), [thingsOf, range.data]);
  const conflicts = useMemo(() => conflictsOf(things), [things]);
  const toPlan = useToPlan({ settings, surface, zone, today, add: commands.add, bringIntoView });
  const drawn = useMemo((): readonly Thing[] => {
    if (toPlan.ghost !== null) return [...things, toPlan.ghost];
    const stretch = draft === null ? undefined : stretchOf(draft.values, zone);
    if (draft === null || stretch === undefined) return things;
    const title = draft.values.title || 'New event';
    return [...things, { kind: 'draft', key: 'draft', title, ...stretch, allDay: draft.values.allDay }];
  }, [things, draft, zone, toPlan.ghost]);

  const currentKey = session?.currentKey ?? null;
  const activeKey = currentKey ?? selectedKey;
  const active = things.find((thing) => thing.key === activeKey);
  const entry = session?.entries.find(({ key }) => key === currentKey);
  const moving = things.find((thing) => thing.key === movingKey);

  const select = (key: string | null): void => {
    setSelectedKey(key);
    if (session !== null) planning.look(key?.startsWith('plan:') === true ? key : null);
    if (key === null) setOpen(false);
  };
  const open = (thing: Thing, byKeyboard: boolean): void => {
    select(thing.key);
    setTakesFocus(byKeyboard);
    setDraft(null);
    setOpen(thing.kind === 'event' || thing.kind === 'block');
  };
  const moveEvent = async (thing: Thing & { kind: 'event' }, to: Drop): Promise<void> => {
    const given = await ask(thing.event, 'move');
    if (given !== undefined) commands.move(thing, to, given.scope);
  };
  const removeEvent = async (thing: Thing & { kind: 'event' }): Promise<void> => {
    const given = await ask(thing.event, 'delete');
    if (given === undefined) return;
    commands.remove(thing, given.scope);
    select(null);
  };
  const move = (thing: Thing, to: Drop): void => {
    if (thing.kind === 'proposed') planning.place(thing.key, to);
    else if (thing.kind === 'event') void moveEvent(thing, to);
    else commands.move(thing, to);
    setSelectedKey(thing.key);
  };
  const remove = (thing: Thing): void => {
    if (thing.kind === 'proposed') return planning.decide(thing.key, 'refuse');
    if (thing.kind === 'event') return void removeEvent(thing);
    commands.remove(thing);
    select(null);
  };
  const duplicate = (thing: Thing): void => commands.copy(thing, { startMs: thing.startMs, endMs: thing.endMs });
  const drop = ({ thing, to, isCopy }: Drag, event: PointerEvent): void => {
    if (thing === null) return;
    if (isCopy) return commands.copy(thing, to);
    if (thing.kind === 'block' && isOverToPlan(event)) return remove(thing);
    if (to.startMs !== thing.startMs || to.endMs !== thing.endMs || to.allDay !== undefined) move(thing, to);
  };
  const begin = (to: Drop): void => {
    const allDay = to.allDay === true;
    const calendarId = range.data?.calendars.find(({ isDefault }) => isDefault)?.id;
    setDraft((before) => ({ id: (before?.id ?? 0) + 1, values: newValues(to, { zone, allDay, calendarId }) }));
    setSelectedKey(null);
    setOpen(false);
  };
  const beginNow = (): void => {
    const startMs =
      days.includes(today) && (view !== 'month' || shown.day === today)
        ? Math.ceil(nowMs / HALF_HOUR_MS) * HALF_HOUR_MS
        : instantOf(`${shown.day}T09:00`, zone);
    begin({ startMs, endMs: startMs + 2 * HALF_HOUR_MS });
  };
  const plan = (scope: 'day' | 'week'): void => {
    setDraft(null);
    planning.propose({ scope, day: shown.day < today && !days.includes(today) ? today : shown.day });
  };
  const pickDay = (day: Day): void => show(day, view === 'day' ? 'week' : 'day');

  useCalendarLinks(zone, {
    show,
    plan,
    begin: beginNow,
    select(key) {
      setSelectedKey(key);
      setOpen(true);
    },
  });

  const isPlanning = session !== null || planning.failure !== null || planning.isWorking;
  const planScope = view === 'day' ? 'day' : 'week';
  const stepPlan = (direction: 1 | -1): void => {
    const next = planning.step(direction);
    if (next) bringIntoView(next.planned.startMs);
  };
  useShortcuts([
    ...VIEWS.map(({ value, keys }) => ({ keys, run: () => show(shown.day, value) })),
    { keys: '1', run: () => show(shown.day, 'day') },
    { keys: '7', run: () => show(shown.day, 'week') },
    { keys: 't', run: () => show(today) },
    { keys: '.', run: () => setGoingTo(true) },
    { keys: 'g d', run: () => setGoingTo(true) },
    { keys: 'ArrowLeft', run: () => shown.step(-1), repeats: true },
    { keys: 'ArrowRight', run: () => shown.step(1), repeats: true },
    { keys: 'k', run: () => shown.step(-1), repeats: true },
    { keys: 'j', run: () => shown.step(1), repeats: true },
    { keys: 'c', run: beginNow },
    {
      keys: 'b',
      run() {
        setOpen(false);
        setDraft(null);
        setPaneOpen(true);
        toPlan.focus();
      },
    },
    { keys: 'n', run: beginNow },
    { keys: 'p', run: () => plan(planScope) },
    { keys: 'j', when: () => session !== null, run: () => stepPlan(1), repeats: true },
    { keys: 'k', when: () => session !== null, run: () => stepPlan(-1), repeats: true },
    { keys: 'y', when: () => entry !== undefined, run: () => entry && planning.decide(entry.key, 'keep') },
    { keys: 'n', when: () => entry !== undefined, run: () => entry && planning.decide(entry.key, 'refuse') },
    { keys: 'm', when: () => entry !== undefined, run: () => setMovingKey(currentKey) },
    { keys: 'Mod+Enter', when: () => session !== null, run: () => planning.accept(), inFields: true },
    { keys: 'Escape', when: () => isPlanning, run: () => planning.refuseRest() },
    { keys: 'Escape', when: () => !isPlanning && isOpen, run: () => setOpen(false), inFields: true },
  ]);

  const latest = useRef({ open });
  useLayoutEffect(() => {
    latest.current = { open };
  });
  const fromOverview = useMemo(
    () => ({ onOpen: (thing: Thing) => latest.current.open(thing, false), onClose: () => setPaneOpen(false) }),
    [],
  );
  // A step draws the calendar first and what stands beside it in a moment.
  const besideDay = useDeferredValue(shown.day);
  const besideThings = useDeferredValue(things);
  const besideConflicts = useDeferredValue(conflicts);

  const hours = days.map((day) => settings.workingHours[weekdayName(day)] ?? []);
  const firstMinute = Math.min(...hours.flat().map(([from]) => minuteOf(from)), 9 * 60);
  const { calendars } = range.data ?? NOTHING;
  const paneProps = { calendars, today, userZone: zone };
  const viewProps = {
    zone,
    things: drawn,
    conflicts,
    nowMs,
    today,
    selectedKey: activeKey,
    surface,
    isOff: (day: Day) => (settings.workingHours[weekdayName(day)] ?? []).length === 0,
    onSelect: select,
    onOpen: open,
    onMove: move,
    onDropped: drop,
    onDrawn: begin,
    onPickDay: pickDay,
    onRemove: remove,
    onMoveTo: (thing: Thing) => setMovingKey(thing.key),
    onDuplicate: duplicate,
  } satisfies ViewProps;
  const menuEntries =
    menu.thing !== null
      ? thingEntries(menu.thing, {
          onMoveTo: (thing) => setMovingKey(thing.key),
          onDuplicate: duplicate,
          onRemove: remove,
          onOpen: (thing) => open(thing, false),
          onPin: commands.setPinned,
          onDecide: planning.decide,
        })
      : placeEntries({
          hasPlace: menu.drop !== undefined,
          onNew: () => menu.drop && begin(menu.drop),
          onNewDay: () => menu.drop && begin(wholeDayOf(menu.drop, zone)),
          onPlan: () => plan(planScope),
          onGoTo: () => setGoingTo(true),
        });

  return (
    <>
      <CalendarBar
        shown={shown}
        today={today}
        isPaneOpen={isPaneOpen || isOpen || draft !== null}
        onPlan={() => plan(planScope)}
        onNew={beginNow}
        onGoTo={() => setGoingTo(true)}
        onOpenPane={() => setPaneOpen(true)}
      />
      {range.error !== null && (
        <ErrorNotice
          title="The calendar could not be read"
          advice={failureOf(range.error).message}
          action={<Button onClick={() => void range.refetch()}>Try again</Button>}
        />
      )}
      <div className={styles.page}>
        <ContextMenu entries={menuEntries}>
          <div
            className={styles.surface}
            onContextMenu={(event) => {
              const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
              const thing = things.find(({ key }) => key === element?.dataset['key']) ?? null;
              if (thing !== null) select(thing.key);
              setMenu({ thing, drop: surface.current?.at(event, 60) });
            }}
          >
            {view === 'month' ? (
              <MonthView {...viewProps} days={days} day={shown.day} onDay={(day) => show(day)} />
            ) : view === 'agenda' ? (
              <AgendaView {...viewProps} day={shown.day} thingsOf={thingsOf} onDay={show} />
            ) : view === 'year' ? (
              <YearView
                day={shown.day}
                today={today}
                onDay={(day) => show(day)}
                onPickDay={(day) => show(day, 'day')}
                onPickMonth={(day) => show(day, 'month')}
              />
            ) : (
              <CalendarGrid
                {...viewProps}
                key={view}
                scale={scale}
                secondZone={settings.secondZone}
                firstMinute={firstMinute}
                aside={
                  entry !== undefined &&
                  active !== undefined && (
                    <ReasonCard
                      entry={entry}
                      zone={zone}
                      day={dayOf(entry.planned.startMs, zone)}
                      onKeep={() => planning.decide(entry.key, 'keep')}
                      onRefuse={() => planning.decide(entry.key, 'refuse')}
                      onMove={() => setMovingKey(entry.key)}
                    />
                  )
                }
              />
            )}
          </div>
        </ContextMenu>
        <DecisionBar planning={planning} />
      </div>
      {draft !== null ? (
        <PagePane>
          <NewEventPane
            key={draft.id}
            {...paneProps}
            initial={draft.values}
            onChange={(values) => setDraft({ id: draft.id, values })}
            onAdded={(id) => {
              setDraft(null);
              setSelectedKey(`event:${id}`);
            }}
            onClose={() => setDraft(null)}
          />
        </PagePane>
      ) : isOpen && active?.kind === 'event' ? (
        <PagePane>
          <EventPane
            key={active.event.id}
            {...paneProps}
            event={active.event}
            conflicts={conflicts.get(active.key) ?? []}
            takesFocus={takesFocus}
            ask={ask}
            onSaved={(id) => setSelectedKey(`event:${id}`)}
            onDelete={() => remove(active)}
            onDuplicate={() => duplicate(active)}
            onClose={() => setOpen(false)}
          />
        </PagePane>
      ) : isOpen && active?.kind === 'block' ? (
        <PagePane>
          <BlockPane
            key={active.block.id}
            block={active.block}
            zone={zone}
            onPin={(pinned) => commands.setPinned(active.block.id, pinned)}
            onMove={() => setMovingKey(active.key)}
            onRemove={() => remove(active)}
            onClose={() => setOpen(false)}
          />
        </PagePane>
      ) : (
        isPaneOpen && (
          <PagePane>
            <Overview
              {...fromOverview}
              day={besideDay}
              today={today}
              zone={zone}
              calendars={calendars}
              things={besideThings}
              conflicts={besideConflicts}
              planning={planning}
              onPick={show}
            >
              <ToPlan {...toPlan.props} />
            </Overview>
          </PagePane>
        )
      )}
      {moving !== undefined && (
        <MoveDialog
          key={moving.key}
          thing={moving}
          zone={zone}
          today={today}
          onMove={(to) => move(moving, to)}
          onClose={() => setMovingKey(null)}
        />
      )}
      {question !== null && <ScopeDialog question={question} onAnswer={answer} />}
      {isGoingTo && <GoToDialog today={today} onGo={(day) => show(day)} onClose={() => setGoingTo(false)} />}
    </>
  );
}

const NOTHING: CalendarRange = { events: [], blocks: [], calendars: [] };

function wholeDayOf({ startMs }: Drop, zone: string): Drop {
  const day = dayOf(startMs, zone);
  return { startMs: startOfDay(day, zone), endMs: startOfDay(addDays(day, 1), zone), allDay: true };
}

const weekdayName = (day: Day): Weekday => WEEKDAYS[weekdayOf(day) - 1]!;
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

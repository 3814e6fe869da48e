import type { CalendarEvent } from '#contract/calendar';
import type { Day } from '#contract/time';
import { failureOf } from '#renderer/data/failure.ts';
import { usePlan } from '#renderer/features/plan/index.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { PagePane } from '#renderer/ui/page-pane.tsx';
import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { CalendarBar } from './calendar-bar.tsx';
import {
  AgendaView,
  BlockPane,
  DecisionBar,
  EventPane,
  EventSearch,
  GoToDialog,
  MoveDialog,
  NewEventPane,
  Overview,
  ReasonCard,
  ScopeDialog,
  YearView,
  loadBeside,
} from './calendar-beside.tsx';
import styles from './calendar-page.module.css';
import { CalendarPanels } from './calendar-panels.tsx';
import { CalendarSurface } from './calendar-surface.tsx';
import { conflictsOf } from './conflicts.ts';
import type { Drop } from './drag.ts';
import { type EventValues, newValues, stretchOf } from './event-values.ts';
import { placeEntries, thingEntries } from './thing-entries.ts';
import { thingsIn } from './things-in.ts';
import type { Thing } from './things.ts';
import { useCalendarCommands } from './use-calendar-commands.ts';
import { NOTHING, type Surroundings, useRange } from './use-calendar-data.ts';
import { useCalendarKeys } from './use-calendar-keys.ts';
import { useCalendarLinks } from './use-calendar-links.ts';
import { useCalendarView } from './use-calendar-view.ts';
import { useScopeQuestion } from './use-scope-question.ts';
import { useSettled } from './use-settled.ts';
import { useSteady } from './use-steady.ts';
import { thingActs } from './thing-acts.ts';
import type { Place } from './use-step-places.ts';
import { useToPlan } from './use-to-plan.ts';
import type { Surface, ViewActs } from './view-props.ts';
import type { View } from './views.ts';
import { dayOf, instantOf } from './zoned.ts';

const HALF_HOUR_MS = 1_800_000;

/** The calendar in each of its views, with the plan in hand and what is selected beside it. */
export function CalendarPage({ zone, settings, nowMs, today }: Surroundings) {
  const shown = useCalendarView(today, settings.weekStart);
  const { show, place, view, days } = shown;
  const range = useRange(days, zone);
  const { calendars } = range.data ?? NOTHING;
  const commands = useCalendarCommands(zone, (id) => calendars.find((calendar) => calendar.id === id)?.feed === null);
  const { question, ask, answer } = useScopeQuestion();
  const [selectedKey, setSelectedKey] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [takesFocus, setTakesFocus] = useState(false);
  const [isPaneOpen, setPaneOpen] = useState(() => window.innerWidth > 1_000);
  const [draft, setDraft] = useState<{ id: number; values: EventValues } | null>(null);
  const [movingKey, setMovingKey] = useState<string | null>(null);
  const [isGoingTo, setGoingTo] = useState(false);
  /** Where one was when one began to look for an event; null while one does not. */
  const [searchFrom, setSearchFrom] = useState<Place | null>(null);
  const surface = useRef<Surface>(null);
  const wantedDayRef = useRef<Day | null>(null);

  const { bringIntoView } = useSteady({
    bringIntoView(instantMs: number): void {
      const day = dayOf(instantMs, zone);
      if (!days.includes(day)) show(day);
      setPaneOpen(true);
    },
  });
  const planning = usePlan(bringIntoView);
  const { session } = planning;
  const things = thingsIn(range.data ?? NOTHING, session);
  const conflicts = conflictsOf(things);
  const toPlan = useToPlan({ settings, surface, zone, today, add: commands.add, bringIntoView });
  const drawn = useMemo((): Thing | null => {
    if (toPlan.ghost !== null) return toPlan.ghost;
    const stretch = draft === null ? undefined : stretchOf(draft.values, zone);
    if (draft === null || stretch === undefined) return null;
    const title = draft.values.title || 'New event';
    return { kind: 'draft', key: 'draft', title, ...stretch, allDay: draft.values.allDay };
  }, [draft, zone, toPlan.ghost]);

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
    setSearchFrom(null);
    setOpen(thing.kind === 'event' || thing.kind === 'block');
  };
  const { move, remove, duplicate, drop } = thingActs({ commands, planning, ask, select });
  const find = (): void => {
    setDraft(null);
    setOpen(false);
    setSearchFrom((before) => before ?? place);
  };
  const look = (event: CalendarEvent): void => {
    show(dayOf(event.startMs, zone));
    select(`event:${event.id}`);
  };
  const begin = (to: Drop): void => {
    const allDay = to.allDay === true;
    const calendarId = calendars.find(({ isDefault }) => isDefault)?.id;
    setDraft((before) => ({ id: (before?.id ?? 0) + 1, values: newValues(to, { zone, allDay, calendarId }) }));
    setSelectedKey(null);
    setOpen(false);
    setSearchFrom(null);
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
  const planShown = (): void => plan(view === 'day' ? 'day' : 'week');

  useCalendarLinks(zone, {
    show,
    plan,
    begin: beginNow,
    select(key) {
      setSelectedKey(key);
      setOpen(true);
    },
  });
  useCalendarKeys({
    shown,
    today,
    planning,
    isOpen,
    beginNow,
    planShown,
    bringIntoView,
    goToDay: () => setGoingTo(true),
    find,
    close: () => setOpen(false),
    moveCurrent: () => setMovingKey(currentKey),
    toPlan() {
      setOpen(false);
      setDraft(null);
      setSearchFrom(null);
      setPaneOpen(true);
      toPlan.focus();
    },
  });
  useEffect(() => {
    const request = requestIdleCallback(() => void loadBeside(), { timeout: 2_000 });
    return () => cancelIdleCallback(request);
  }, []);

  const acts = useSteady<ViewActs>({
    onSelect: select,
    onOpen: open,
    onMove: move,
    onDropped: drop,
    onDrawn: begin,
    onPickDay: (day) => show(day, view === 'day' ? 'week' : 'day'),
    onRemove: remove,
    onMoveTo: (thing) => setMovingKey(thing.key),
    onDuplicate: duplicate,
    onDay(day, isWanted) {
      if (isWanted === true) wantedDayRef.current = day;
      show(day);
    },
  });
  const menu = useSteady({
    entriesAt(key: string | undefined, to: Drop | undefined) {
      const thing = things.find((one) => one.key === key);
      if (thing === undefined)
        return placeEntries(to, { onNew: begin, onPlan: planShown, onGoTo: () => setGoingTo(true), zone });
      select(thing.key);
      return thingEntries(thing, {
        onMoveTo: acts.onMoveTo,
        onDuplicate: duplicate,
        onRemove: remove,
        onOpen: () => open(thing, false),
        onPin: commands.setPinned,
        onDecide: planning.decide,
      });
    },
  });
  const bar = useSteady({
    onPlan: planShown,
    onNew: beginNow,
    onGoTo: () => setGoingTo(true),
    onFind: find,
    onOpenPane: () => setPaneOpen(true),
    onStep: shown.step,
    onToday: () => show(today),
    onView: (next: View) => show(shown.day, next),
  });
  // What stands beside the calendar follows a step when that is drawn.
  const beside = useSettled(useMemo(() => ({ day: shown.day, things, conflicts }), [shown.day, things, conflicts]));
  const overview = useMemo(
    () => (
      <Overview
        {...beside}
        today={today}
        zone={zone}
        calendars={calendars}
        planning={planning}
        toPlan={toPlan.props}
        onOpen={(thing) => acts.onOpen(thing, false)}
        onClose={() => setPaneOpen(false)}
        onPick={acts.onDay}
      />
    ),
    // The rest of the plan's handle is new at each render, and means the same.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [beside, today, zone, calendars, session, planning.failure, planning.isWorking, toPlan.props, acts],
  );
  const decisionBar = useMemo(
    () => <DecisionBar planning={planning} />,
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [session, planning.failure, planning.isWorking],
  );
  const paneProps = { calendars, today, userZone: zone };
  return (
    <>
      <CalendarBar
        shown={shown}
        isPaneOpen={isPaneOpen || isOpen || draft !== null || searchFrom !== null}
        acts={bar}
      />
      {range.error !== null && (
        <ErrorNotice
          title="The calendar could not be read"
          advice={failureOf(range.error).message}
          action={<Button onClick={() => void range.refetch()}>Try again</Button>}
        />
      )}
      <div className={styles.page}>
        <CalendarSurface surface={surface} entriesAt={menu.entriesAt}>
          {view === 'agenda' ? (
            <Suspense>
              <AgendaView
                {...acts}
                zone={zone}
                conflicts={conflicts}
                nowMs={nowMs}
                today={today}
                selectedKey={activeKey}
                session={session}
                day={shown.day}
              />
            </Suspense>
          ) : view === 'year' ? (
            <Suspense>
              <YearView
                day={shown.day}
                today={today}
                onDay={acts.onDay}
                onPickDay={(day) => show(day, 'day')}
                onPickMonth={(day) => show(day, 'month')}
              />
            </Suspense>
          ) : (
            <Suspense>
              <CalendarPanels
                place={place}
                zone={zone}
                settings={settings}
                nowMs={nowMs}
                today={today}
                session={session}
                selectedKey={activeKey}
                draft={drawn}
                surface={surface}
                wantedDayRef={wantedDayRef}
                acts={acts}
                beside={draft !== null ? 'new' : searchFrom !== null ? 'search' : isOpen ? 'open' : movingKey}
                aside={
                  entry === undefined || active === undefined ? null : (
                    <Suspense>
                      <ReasonCard
                        entry={entry}
                        zone={zone}
                        day={dayOf(entry.planned.startMs, zone)}
                        onKeep={() => planning.decide(entry.key, 'keep')}
                        onRefuse={() => planning.decide(entry.key, 'refuse')}
                        onMove={() => setMovingKey(entry.key)}
                      />
                    </Suspense>
                  )
                }
              />
            </Suspense>
          )}
        </CalendarSurface>
        <Suspense>{decisionBar}</Suspense>
      </div>
      <Suspense>
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
        ) : searchFrom !== null ? (
          <PagePane>
            <EventSearch
              calendars={calendars}
              zone={zone}
              today={today}
              onLook={look}
              onGo={(event) => {
                look(event);
                setSearchFrom(null);
              }}
              onBack={() => {
                show(searchFrom.day, searchFrom.view);
                select(null);
                setSearchFrom(null);
              }}
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
          isPaneOpen && <PagePane>{overview}</PagePane>
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
      </Suspense>
    </>
  );
}

import type { Weekday } from '#contract/plan';
import type { Day } from '#contract/time';
import { failureOf } from '#renderer/data/failure.ts';
import { DecisionBar, DoesNotFit, ReasonCard, usePlan } from '#renderer/features/plan/index.ts';
import { Button } from '#renderer/ui/button.tsx';
import { weekdayOf } from '#renderer/ui/days.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { MonthGrid } from '#renderer/ui/month-grid.tsx';
import { PagePane } from '#renderer/ui/page-pane.tsx';
import { Pane, PaneSection } from '#renderer/ui/pane.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { useCallback, useMemo, useState } from 'react';
import { BlockPane } from './block-pane.tsx';
import { CalendarBar } from './calendar-bar.tsx';
import { CalendarGrid } from './calendar-grid.tsx';
import { CalendarList } from './calendar-list.tsx';
import styles from './calendar-page.module.css';
import { gridScale } from './day-scale.ts';
import type { Stretch } from './drag.ts';
import { EventPane, NewEventPane } from './event-pane.tsx';
import { type EventValues, newValues, stretchOf } from './event-values.ts';
import { MoveDialog } from './move-dialog.tsx';
import { type Thing, blockThing, eventThing } from './things.ts';
import { useCalendarCommands } from './use-calendar-commands.ts';
import { type Surroundings, useRange } from './use-calendar-data.ts';
import { useCalendarLinks } from './use-calendar-links.ts';
import { useCalendarView } from './use-calendar-view.ts';
import { dayOf, instantOf } from './zoned.ts';

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const HALF_HOUR_MS = 1_800_000;

/** Day and week, with the plan in hand and what is selected beside it. */
export function CalendarPage({ zone, settings, nowMs, today }: Surroundings) {
  const shown = useCalendarView(today, settings.weekStart);
  const scale = useMemo(() => gridScale(shown.days, zone), [shown.days, zone]);
  const range = useRange(shown.days, zone);
  const commands = useCalendarCommands(zone);
  const [selectedKey, setSelectedKey] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [takesFocus, setTakesFocus] = useState(false);
  const [isPaneOpen, setPaneOpen] = useState(() => window.innerWidth > 1_000);
  const [draft, setDraft] = useState<{ id: number; values: EventValues } | null>(null);
  const [movingKey, setMovingKey] = useState<string | null>(null);

  const { show, days } = shown;
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

  const things = useMemo(() => {
    const { events = [], blocks = [], calendars = [] } = range.data ?? {};
    const entries = session?.entries.filter((entry) => entry.decision !== 'refuse') ?? [];
    const leaving = new Set([
      ...(session?.proposal.removed.map((block) => block.id) ?? []),
      ...entries.flatMap(({ planned }) => (planned.change === 'moved' ? [planned.id] : [])),
    ]);
    return [
      ...events.map((event) => eventThing(event, calendars)),
      ...blocks.map((block) => blockThing(block, leaving.has(block.id))),
      ...entries.map(({ key, planned }): Thing => {
        const { title, startMs, endMs } = planned;
        return { kind: 'proposed', key, title, startMs, endMs, planned };
      }),
    ];
  }, [range.data, session]);
  const drawn = useMemo((): readonly Thing[] => {
    const stretch = draft === null || draft.values.allDay ? undefined : stretchOf(draft.values, zone);
    if (draft === null || stretch === undefined) return things;
    return [...things, { kind: 'draft', key: 'draft', title: draft.values.title || 'New event', ...stretch }];
  }, [things, draft, zone]);

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
  const move = (thing: Thing, to: Stretch): void => {
    if (thing.kind === 'proposed') planning.place(thing.key, to);
    else commands.move(thing, to);
    setSelectedKey(thing.key);
  };
  const remove = (thing: Thing): void => {
    if (thing.kind === 'proposed') return planning.decide(thing.key, 'refuse');
    commands.remove(thing);
    select(null);
  };
  const begin = (stretch: Stretch, allDay = false): void => {
    const calendarId = range.data?.calendars[0]?.id;
    setDraft((before) => ({ id: (before?.id ?? 0) + 1, values: newValues(stretch, { zone, allDay, calendarId }) }));
    setSelectedKey(null);
    setOpen(false);
  };
  const beginNow = (): void => {
    const startMs = shown.days.includes(today)
      ? Math.ceil(nowMs / HALF_HOUR_MS) * HALF_HOUR_MS
      : instantOf(`${shown.day}T09:00`, zone);
    begin({ startMs, endMs: startMs + 2 * HALF_HOUR_MS });
  };
  const plan = (scope: 'day' | 'week'): void => {
    setDraft(null);
    planning.propose({ scope, day: shown.day < today && !shown.days.includes(today) ? today : shown.day });
  };

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
  const step = (direction: 1 | -1): void => {
    const next = planning.step(direction);
    if (next) bringIntoView(next.planned.startMs);
  };
  useShortcuts([
    { keys: 't', run: () => shown.show(today) },
    { keys: 'd', run: () => shown.show(shown.day, 'day') },
    { keys: 'w', run: () => shown.show(shown.day, 'week') },
    { keys: 'ArrowLeft', run: () => shown.step(-1), repeats: true },
    { keys: 'ArrowRight', run: () => shown.step(1), repeats: true },
    { keys: 'c', run: beginNow },
    { keys: 'p', run: () => plan(shown.view) },
    { keys: 'j', when: () => session !== null, run: () => step(1), repeats: true },
    { keys: 'k', when: () => session !== null, run: () => step(-1), repeats: true },
    { keys: 'y', when: () => entry !== undefined, run: () => entry && planning.decide(entry.key, 'keep') },
    { keys: 'n', when: () => entry !== undefined, run: () => entry && planning.decide(entry.key, 'refuse') },
    { keys: 'm', when: () => entry !== undefined, run: () => setMovingKey(currentKey) },
    { keys: 'Mod+Enter', when: () => session !== null, run: () => planning.accept(), inFields: true },
    { keys: 'Escape', when: () => isPlanning, run: () => planning.refuseRest() },
    { keys: 'Escape', when: () => !isPlanning && isOpen, run: () => setOpen(false), inFields: true },
  ]);

  const hours = shown.days.map((day) => settings.workingHours[weekdayName(day)] ?? []);
  const firstMinute = Math.min(...hours.flat().map(([from]) => minuteOf(from)), 9 * 60);
  const calendars = range.data?.calendars ?? [];
  const paneProps = { calendars, today, userZone: zone };

  return (
    <>
      <CalendarBar
        shown={shown}
        today={today}
        isPaneOpen={isPaneOpen || isOpen || draft !== null}
        onPlan={() => plan(shown.view)}
        onNew={beginNow}
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
        <CalendarGrid
          key={shown.view}
          scale={scale}
          zone={zone}
          things={drawn}
          nowMs={nowMs}
          today={today}
          isOff={(day) => (settings.workingHours[weekdayName(day)] ?? []).length === 0}
          firstMinute={firstMinute}
          selectedKey={activeKey}
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
          onSelect={select}
          onOpen={open}
          onMove={move}
          onDrawn={(stretch) => begin(stretch)}
          onPickDay={(day) => shown.show(day, shown.view === 'week' ? 'day' : 'week')}
          onRemove={remove}
          onMoveTo={(thing) => setMovingKey(thing.key)}
        />
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
            takesFocus={takesFocus}
            onDelete={() => remove(active)}
            onDuplicate={() => commands.duplicate(active.event)}
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
            <Pane title="Overview" onClose={() => setPaneOpen(false)}>
              <PaneSection>
                <MonthGrid
                  fills
                  key={shown.day.slice(0, 7)}
                  value={shown.day}
                  today={today}
                  onPick={(day) => shown.show(day)}
                />
              </PaneSection>
              <DoesNotFit planning={planning} />
              <PaneSection>
                <CalendarList calendars={calendars} />
              </PaneSection>
            </Pane>
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
    </>
  );
}

const weekdayName = (day: Day): Weekday => WEEKDAYS[weekdayOf(day) - 1]!;
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

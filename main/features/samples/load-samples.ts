import type { LoadedSamples } from '#contract/samples';
import { insertCalendar } from '#db/queries/calendar';
import { type FocusPartRow, insertFocusPart, insertFocusSession } from '#db/queries/focus';
import { saveDecision } from '#db/queries/insights';
import { updateEntry } from '#db/queries/journal';
import { findProjectNamed } from '#db/queries/projects';
import { saveSetting, storedSettings } from '#db/queries/settings';
import { insertTag } from '#db/queries/tasks';
import { addDays, instantOf } from '#main/domain/time/zoned';
import type { LedgerTx } from '#main/ledger/ledger';
import { newId } from '#main/ledger/new-id';
import { createBlock, createEvent } from '../calendar/index.ts';
import { createExpense } from '../expenses/index.ts';
import { writeEntry } from '../journal/index.ts';
import { createArea, updateProject } from '../projects/index.ts';
import { createTask, createView, setTaskStatus } from '../tasks/index.ts';
import { sampleCalendars, sampleEvents } from './content-events.ts';
import { earlierEntries } from './content-entries-earlier.ts';
import { recentEntries } from './content-entries-recent.ts';
import { sampleExpenses } from './content-expenses.ts';
import { focusSessions } from './content-focus.ts';
import type { SampleEntry, SampleTask } from './content.ts';
import { openTasks, sampleAreas, sampleView } from './content-tasks-open.ts';
import { closedTasks, sampleTags } from './content-tasks-closed.ts';
import { type SampleFrame, dayOf, pastInstant, withDays } from './sample-time.ts';

/** She works when the galleries are quiet, so her week has seven days; a plan then finds time whatever day it is today. */
const WORKING_HOURS = {
  ...Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((weekday) => [weekday, [['09:00', '18:00']]])),
  sat: [['09:30', '18:00']],
  sun: [['10:00', '18:00']],
};

/** The same transaction at another moment: commands run in it as if it had been then. */
type TxAt = (ms: number) => LedgerTx;

/**
 * Fills an empty profile with one person's month: the last 31 days and the next two weeks, through the features'
 * own commands, each at its own time. A feature that gets samples adds its function here and its text in a content file.
 */
export function loadSamples(tx: LedgerTx, frame: SampleFrame): LoadedSamples {
  const at: TxAt = (ms) => ({ ...tx, nowMs: ms, newId: () => newId(ms) });
  if (!('workingHours' in storedSettings(tx))) saveSetting(tx, 'workingHours', WORKING_HOURS);
  const entries = loadEntries(at, frame, [...earlierEntries, ...recentEntries]);
  const taskIds = loadTasks(at, frame, [...closedTasks, ...openTasks], entries);
  loadAreas(tx);
  loadEvents(at, frame);
  loadFocus(at, frame, taskIds);
  loadExpenses(at, frame);
  return {
    entries: entries.size,
    tasks: taskIds.size,
    events: sampleEvents.length,
    expenses: sampleExpenses.length,
  };
}

/** What a sample that points at an entry needs of it. */
interface LoadedEntry {
  readonly id: string;
  readonly day: string;
}

/** @returns the entries by their keys */
function loadEntries(at: TxAt, frame: SampleFrame, entries: readonly SampleEntry[]): ReadonlyMap<string, LoadedEntry> {
  return new Map(
    entries.map(({ key, day, time, mood, body }) => {
      const ms = pastInstant(day, time, frame);
      const tx = at(ms);
      const id = tx.newId();
      const ownDay = dayOf(day, frame.today);
      writeEntry(tx, { id, day: ownDay, body: withDays(body, ownDay) }, ms);
      if (mood !== undefined) updateEntry(tx, id, { mood });
      return [key, { id, day: ownDay }];
    }),
  );
}

/** @returns the ids by title */
function loadTasks(
  at: TxAt,
  frame: SampleFrame,
  tasks: readonly SampleTask[],
  entries: ReadonlyMap<string, LoadedEntry>,
): ReadonlyMap<string, string> {
  const { today, zone } = frame;
  const first = at(pastInstant(-31, '09:00', frame));
  for (const tag of sampleTags) insertTag(first, { id: first.newId(), ...tag });
  const ids = new Map<string, string>();
  for (const { created, due, doOn, found, done, dropped, partOf, after = [], ...sample } of tasks) {
    const { tags = [], blocks: planned = [], ...fields } = sample;
    const tx = at(pastInstant(...created, frame));
    const source = found && seenIn(entries.get(found.entry)!, found.quote);
    const task = createTask(tx, {
      ...fields,
      tags: [...tags],
      ...(partOf === undefined ? {} : { parentId: ids.get(partOf)! }),
      waitsFor: after.map((title) => ids.get(title)!),
      dueDay: due ? dayOf(due[0], today) : null,
      dueTime: due?.[1] ?? null,
      doDay: doOn === undefined ? null : dayOf(doOn, today),
      entryId: source?.entryId ?? null,
      entryQuote: source?.quote ?? null,
    });
    ids.set(task.title, task.id);
    if (source) {
      const decision = { kind: 'todo', state: 'accepted', targetTable: 'task', decidedAtMs: tx.nowMs } as const;
      saveDecision(tx, { id: tx.newId(), ...source, ...decision, targetId: task.id });
    }
    for (const { day, from, to, reason } of planned) {
      const local = (time: string): number => instantOf(`${dayOf(day, today)}T${time}`, zone);
      const said = reason === undefined ? '' : withDays(reason, today);
      createBlock(tx, { taskId: task.id, startMs: local(from), endMs: local(to), pinned: said === '', reason: said });
    }
    const closed = done ?? dropped;
    if (closed) setTaskStatus(at(pastInstant(...closed, frame)), [task.id], done ? 'done' : 'dropped');
  }
  return ids;
}

/** Puts the projects that the tasks have made into their areas. */
function loadAreas(tx: LedgerTx): void {
  for (const { name, color, projects } of sampleAreas) {
    const area = createArea(tx, name, color);
    for (const project of projects) updateProject(tx, findProjectNamed(tx, project)!.id, { areaId: area.id });
  }
  createView(tx, { ...sampleView, sort: 'priority', grouping: 'none', layout: 'list' });
}

const seenIn = ({ id, day }: LoadedEntry, quote: string) => ({ entryId: id, quote: withDays(quote, day) });

function loadEvents(at: TxAt, frame: SampleFrame): void {
  const { today, zone } = frame;
  const tx = at(pastInstant(-31, '09:10', frame));
  const calendars = new Map(
    sampleCalendars.map(({ key, ...fields }, position) => {
      const id = tx.newId();
      insertCalendar(tx, { id, ...fields, position: position + 1 });
      return [key, id];
    }),
  );
  for (const { calendar, day, ...event } of sampleEvents) {
    const start = dayOf(day, today);
    const calendarId = calendars.get(calendar)!;
    if ('days' in event) {
      const { days, ...details } = event;
      createEvent(tx, { ...details, calendarId, allDay: true, startLocal: start, endLocal: addDays(start, days) });
    } else {
      const { from, to, ...details } = event;
      createEvent(tx, { ...details, calendarId, zone, startLocal: `${start}T${from}`, endLocal: `${start}T${to}` });
    }
  }
}

function loadExpenses(at: TxAt, frame: SampleFrame): void {
  for (const { day, time, cents, ...fields } of sampleExpenses) {
    const amount = { minor: cents, currency: 'EUR' };
    createExpense(at(pastInstant(day, time, frame)), { ...fields, amount, day: dayOf(day, frame.today) });
  }
}

/** Sessions that are over by now; what would still lie ahead was not. */
function loadFocus(at: TxAt, frame: SampleFrame, taskIds: ReadonlyMap<string, string>): void {
  for (const { task, day, from, workMin } of focusSessions) {
    const startedAtMs = instantOf(`${dayOf(day, frame.today)}T${from}`, frame.zone);
    const parts = partsFrom(startedAtMs, workMin);
    const endedAtMs = parts.at(-1)!.endedAtMs;
    if (endedAtMs > frame.nowMs) continue;
    const tx = at(startedAtMs);
    const sessionId = tx.newId();
    insertFocusSession(tx, {
      id: sessionId,
      taskId: taskIds.get(task)!,
      blockId: null,
      intention: task,
      mode: 'rounds',
      state: 'finished',
      workMin: WORK_MIN,
      breakMin: BREAK_MIN,
      longBreakMin: 15,
      rounds: 4,
      startedAtMs,
      endedAtMs,
      workMs: workMin.reduce((sum, minutes) => sum + minutes, 0) * MINUTE_MS,
      loggedAs: task,
    });
    for (const part of parts)
      insertFocusPart(tx, { id: tx.newId(), sessionId, ...part, pausedMs: 0, pausedAtMs: null });
  }
}

const WORK_MIN = 25;
const BREAK_MIN = 5;
const MINUTE_MS = 60_000;

type Part = Pick<FocusPartRow, 'number' | 'kind' | 'plannedMs' | 'startedAtMs'> & { readonly endedAtMs: number };

/** Work with a break before each part but the first. */
function partsFrom(startMs: number, workMin: readonly number[]): Part[] {
  let endedAtMs = startMs;
  return workMin
    .flatMap((minutes, index) => [...(index === 0 ? [] : [['break', BREAK_MIN] as const]), ['work', minutes] as const])
    .map(([kind, minutes], index) => {
      const startedAtMs = endedAtMs;
      endedAtMs += minutes * MINUTE_MS;
      const plannedMs = (kind === 'work' ? WORK_MIN : BREAK_MIN) * MINUTE_MS;
      return { number: index + 1, kind, plannedMs, startedAtMs, endedAtMs };
    });
}

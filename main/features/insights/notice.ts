import type {
  EntryInsights,
  InsightKind,
  NoticedEvent,
  NoticedExpense,
  NoticedTodo,
  TextInsights,
} from '#contract/insights';
import type { Entry } from '#contract/journal';
import type { When } from '#contract/time';
import { findEvent } from '#db/queries/calendar';
import { expenseById } from '#db/queries/expenses';
import { type DecisionRow, decisionsOfEntry } from '#db/queries/insights';
import { openTaskTitles, tasksByIds } from '#db/queries/tasks';
import type { ReadHandle } from '#db/store/handles';
import { readBoxes } from '#main/domain/checklist/boxes';
import { findSimilarTask } from '#main/domain/insights/match-task';
import { instantOf } from '#main/domain/time/zoned';
import type { Services } from '../feature.ts';

/** A longer text is read by the worker. */
const LONG_TEXT = 50_000;

/** What the engine sees in an entry, with what was decided about it. */
export async function noticeIn(services: Services, entry: Entry, signal?: AbortSignal): Promise<EntryInsights> {
  const input = { text: entry.body, nowMs: entry.atMs, zone: services.zone() };
  const found =
    entry.body.length > LONG_TEXT
      ? await services.worker.run<TextInsights>('findInsights', input, signal)
      : // The engine's word tables are loaded when the first entry is read, not at start.
        (await import('./find-job.ts')).findInsightsJob(input);
  return decided(services.ledger.read, entry, found);
}

/** Takes away what was refused, and puts tasks in the place of to-dos that were accepted. */
function decided(handle: ReadHandle, { id, body, day }: Entry, found: TextInsights): EntryInsights {
  const decisions = new Map(decisionsOfEntry(handle, id).map((row) => [`${row.kind} ${row.quote}`, row]));
  const isOpen = (kind: InsightKind) => (insight: { quote: string }) => !decisions.has(`${kind} ${insight.quote}`);
  const open = openTaskTitles(handle);
  // A checkbox line is a task by itself: offering it would make a second one.
  const boxes = readBoxes(body);
  const isBoxed = ({ from, to }: { from: number; to: number }): boolean =>
    boxes.some((box) => box.from <= from && to <= box.to);
  const unboxed = found.todos.filter((todo) => !isBoxed(todo));
  const offered = unboxed.filter(isOpen('todo')).map((todo): NoticedTodo => {
    const { from, to, quote, title } = todo;
    const match = findSimilarTask(title, open);
    const similar = match && { id: match.id, title: open.find((task) => task.id === match.id)!.title };
    return { from, to, quote, title, ...dueOf(todo.due), person: todo.person ?? null, task: null, similar };
  });
  const { mood } = found;
  return {
    textLength: body.length,
    todos: [...offered, ...acceptedTodos(handle, body, [...decisions.values()])].toSorted(
      (one, other) => one.from - other.from,
    ),
    events: [
      ...found.events.filter(isOpen('event')).map(offeredEvent),
      ...acceptedEvents(handle, body, [...decisions.values()]),
    ].toSorted((one, other) => one.from - other.from),
    expenses: [
      ...found.expenses.filter(isOpen('expense')).map((seen): NoticedExpense => {
        return { ...seen, category: seen.category ?? '', day, expense: null };
      }),
      ...acceptedExpenses(handle, body, [...decisions.values()]),
    ].toSorted((one, other) => one.from - other.from),
    people: found.people.filter(isOpen('person')),
    topics: found.topics.filter(isOpen('topic')),
    mood: mood && !decisions.has(`mood ${mood.label}`) ? { label: mood.label, evidence: mood.evidence ?? null } : null,
  };
}

/** Those whose words still stand in the text and whose task still exists. */
function acceptedTodos(handle: ReadHandle, body: string, decisions: readonly DecisionRow[]): NoticedTodo[] {
  const accepted = decisions.filter((row) => row.kind === 'todo' && row.state === 'accepted' && row.targetId !== null);
  const tasks = new Map(
    tasksByIds(
      handle,
      accepted.map((row) => row.targetId!),
    ).map((task) => [task.id, task]),
  );
  return accepted.flatMap(({ quote, targetId }) => {
    const from = body.indexOf(quote);
    const task = tasks.get(targetId!);
    if (from < 0 || !task) return [];
    const { id, title, status, dueDay, dueTime } = task;
    return [
      {
        from,
        to: from + quote.length,
        quote,
        title,
        dueDay,
        dueTime,
        person: null,
        task: { id, title, status },
        similar: null,
      },
    ];
  });
}

const DEFAULT_EVENT_MIN = 60;

function offeredEvent({ from, to, quote, title, start, end }: TextInsights['events'][number]): NoticedEvent {
  const { dueDay: day, dueTime: time } = dueOf(start);
  const isSpan = start && end && time !== null && dueOf(end).dueTime !== null;
  const spanMin = isSpan
    ? Math.round((instantOf(end.local, end.zone) - instantOf(start.local, start.zone)) / 60_000)
    : 0;
  return { from, to, quote, title, day, time, durationMin: spanMin > 0 ? spanMin : DEFAULT_EVENT_MIN, event: null };
}

/** Those whose words still stand in the text and that still are on the calendar. */
function acceptedEvents(handle: ReadHandle, body: string, decisions: readonly DecisionRow[]): NoticedEvent[] {
  return decisions.flatMap(({ kind, state, quote, targetId }) => {
    if (kind !== 'event' || state !== 'accepted' || targetId === null) return [];
    const from = body.indexOf(quote);
    const row = findEvent(handle, targetId);
    if (from < 0 || !row) return [];
    const { id, title, startLocal, allDay } = row;
    const time = allDay ? null : startLocal.slice(11, 16);
    const words = { from, to: from + quote.length, quote };
    return [{ ...words, title, day: startLocal.slice(0, 10), time, durationMin: DEFAULT_EVENT_MIN, event: { id } }];
  });
}

/** Those whose words still stand in the text and that are still kept. */
function acceptedExpenses(handle: ReadHandle, body: string, decisions: readonly DecisionRow[]): NoticedExpense[] {
  return decisions.flatMap(({ kind, state, quote, targetId }) => {
    if (kind !== 'expense' || state !== 'accepted' || targetId === null) return [];
    const from = body.indexOf(quote);
    const row = expenseById(handle, targetId);
    if (from < 0 || !row) return [];
    const { id, note: title, amountMinor, currency, category, day } = row;
    const amount = { minor: amountMinor, currency };
    return [{ from, to: from + quote.length, quote, title, amount, category, day, expense: { id } }];
  });
}

/** A moment as a task keeps it; only a moment of the clock has a time. */
function dueOf(due: When | undefined): Pick<NoticedTodo, 'dueDay' | 'dueTime'> {
  if (!due) return { dueDay: null, dueTime: null };
  const hasTime = due.grain === 'hour' || due.grain === 'minute' || due.grain === 'second';
  return { dueDay: due.local.slice(0, 10), dueTime: hasTime ? due.local.slice(11, 16) : null };
}

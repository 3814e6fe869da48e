import type { CapturePlace, Item, ReadItem, ReadingContext, TextRange } from '#contract/capture';
import type { NewEvent } from '#contract/calendar';
import { type NewExpense, newExpense } from '#contract/expenses';
import type { ReminderWhen } from '#contract/reminders';
import type { NewTask } from '#contract/tasks';
import type { When } from '#contract/time';
import { describeItem } from '#main/domain/grammar/describe';
import { addDays, instantOf, localOf } from '#main/domain/time/zoned';

/** What filing makes of an item. */
export type Making =
  | ({ readonly kind: 'task'; readonly task: NewTask } & Asked)
  | ({ readonly kind: 'event'; readonly event: NewEvent } & Asked)
  | { readonly kind: 'expense'; readonly expense: NewExpense }
  | { readonly kind: 'entry'; readonly body: string };

/** When a text is read, and the person's day then: money is spent on it unless the words name another. */
export interface PlanContext extends ReadingContext {
  readonly day: string;
}

/** An item of a text with what is made of it, and what is said of that beforehand. */
export interface PlannedItem extends Pick<ReadItem, 'place' | 'words' | 'note'> {
  readonly item: Item;
  readonly making: Making;
}

/** Below this the reading is a guess: the person sorts it later. */
const SURE = 0.5;
/** An event whose end was not said. */
const EVENT_MIN = 60;
const LONGEST_TITLE = 2_000;
const CUT_TITLE = 200;

/**
 * Decides what an item becomes.
 *
 * @param text the whole captured text
 * @param ignored what the person wants left as words
 */
export function planItem(
  item: Item,
  text: string,
  context: PlanContext,
  ignored: readonly TextRange[] = [],
): PlannedItem {
  const isLeftAsWords = ignored.some(({ from, to }) => from <= item.from && item.to <= to);
  if (isLeftAsWords) return planAsInbox(item, text);
  const ownWords = text.slice(item.from, item.to);
  switch (item.kind) {
    case 'entry':
      return planAsEntry(item, context);
    case 'expense':
      return asExpense(item, ownWords, context) ?? planAsInbox(item, text);
    case 'event':
      return item.start ? asEvent(item, item.start, ownWords, context) : planAsInbox(item, text);
    case 'task':
      return asTask(item, ownWords, context);
  }
}

/** A task in the inbox that is the words as they stand. */
export function planAsInbox(item: Item, text: string): PlannedItem {
  return inbox(item, { ...titled(text.slice(item.from, item.to)), inInbox: true });
}

/** A journal line. */
export function planAsEntry(item: Item, context: ReadingContext): PlannedItem {
  const words = describeItem(item, context);
  return { item, place: 'journal', words, note: null, making: { kind: 'entry', body: item.title } };
}

function inbox(item: Item, task: NewTask, asked: Asked = {}): PlannedItem {
  return { item, place: 'inbox', words: 'To the inbox', note: null, making: { kind: 'task', task, ...asked } };
}

/** What the person wants to be told of, and on which days without a time. */
interface Asked {
  readonly reminders?: readonly ReminderWhen[];
  readonly remindOn?: readonly string[];
}

function asTask(item: Item, ownWords: string, context: ReadingContext): PlannedItem {
  const isSure = item.confidence >= SURE;
  // "call mum tomorrow at 5pm": with no deadline of its own, the moment is the one to keep.
  const due = item.due ?? item.start;
  const left = [
    // Without a day there is nothing to count back from.
    ...(item.remindersMin === undefined || due ? [] : ['reminder']),
    ...(item.due && item.start && isTimed(item.start) ? ['time'] : []),
  ];
  const task: NewTask = {
    ...titled(item.title, left.length === 0 ? '' : ownWords),
    inInbox: !isSure,
    tags: item.tags,
    ...(due ? { dueDay: dayOf(due) } : {}),
    ...(due && isTimed(due) ? { dueTime: due.local.slice(11, 16) } : {}),
    ...(item.start ? { doDay: dayOf(item.start) } : {}),
    ...(item.durationMin === undefined ? {} : { estimateMin: item.durationMin }),
    ...(item.priority === undefined ? {} : { priority: item.priority }),
    ...(item.project === undefined ? {} : { project: item.project }),
    ...repeating(item, due, context),
  };
  const asked = remindersOf(item, due ? 'due' : undefined);
  if (!isSure) return inbox(item, task, asked);
  return {
    item,
    place: 'tasks',
    words: describeItem(item, context),
    note: keptInNotes(left),
    making: { kind: 'task', task, ...asked },
  };
}

const LONGEST_REMINDER_MIN = 366 * 1_440;

/** @param anchor what lengths of time count back from; undefined when there is nothing */
function remindersOf({ remindersMin = [], remindAt = [] }: Item, anchor: 'due' | 'start' | undefined): Asked {
  const before = anchor === undefined ? [] : remindersMin.filter((offsetMin) => offsetMin <= LONGEST_REMINDER_MIN);
  return {
    reminders: [
      ...before.map((offsetMin) => ({ anchor: anchor!, offsetMin })),
      ...remindAt.flatMap((when) => (isTimed(when) ? [{ atLocal: when.local.slice(0, 16) }] : [])),
    ],
    remindOn: remindAt.flatMap((when) => (isTimed(when) ? [] : [dayOf(when)])),
  };
}

/** How a task repeats; without a day of its own from today on. */
function repeating(item: Item, due: When | undefined, { nowMs, zone }: ReadingContext): Pick<NewTask, 'repeat'> {
  if (item.recurrence === undefined) return {};
  const start = due ? dayOf(due) : localOf(nowMs, zone).slice(0, 10);
  return { repeat: { rule: item.recurrence, anchor: item.anchor ?? 'due', start } };
}

function asEvent(item: Item, start: When, ownWords: string, context: ReadingContext): PlannedItem {
  // An appointment that is counted from when the last one was done has no rule a calendar knows.
  const repeats = item.recurrence !== undefined && item.anchor !== 'completion';
  const left = [
    ...(item.recurrence === undefined || repeats ? [] : ['repeating']),
    ...(item.tags.length === 0 ? [] : ['tags']),
    ...(item.project === undefined ? [] : ['project']),
    ...(item.priority === undefined ? [] : ['priority']),
  ];
  const time = isTimed(start) ? timedStretch(start, item) : wholeDays(start, item.end);
  const event: NewEvent = {
    ...titled(item.title, left.length === 0 ? '' : ownWords),
    ...time,
    ...(repeats ? { recurrence: [`RRULE:${item.recurrence}`] } : {}),
  };
  return {
    item,
    place: 'calendar',
    words: describeItem(item, context),
    note: keptInNotes(left),
    making: { kind: 'event', event, ...remindersOf(item, 'start') },
  };
}

function timedStretch(start: When, { end, durationMin = EVENT_MIN }: Item): Omit<NewEvent, 'title'> {
  const startLocal = start.local.slice(0, 16);
  const endLocal = end?.local ?? localOf(instantOf(start.local, start.zone) + durationMin * 60_000, start.zone);
  return { allDay: false, startLocal, endLocal: endLocal.slice(0, 16), zone: start.zone };
}

function wholeDays(start: When, end: When | undefined): Omit<NewEvent, 'title'> {
  const startLocal = dayOf(start);
  return { allDay: true, startLocal, endLocal: end ? dayOf(end) : addDays(startLocal, 1) };
}

/** @returns null when it can't be kept as an expense: it has no amount, or more words than its note holds */
function asExpense(item: Item, ownWords: string, context: PlanContext): PlannedItem | null {
  const left = [
    ...(item.recurrence === undefined ? [] : ['repeating']),
    ...(hasReminder(item) ? ['reminder'] : []),
    ...(item.start && isTimed(item.start) ? ['time'] : []),
    ...(item.tags.length === 0 ? [] : ['tags']),
    ...(item.project === undefined ? [] : ['project']),
    ...(item.priority === undefined ? [] : ['priority']),
  ];
  const { success, data } = newExpense.safeParse({
    amount: item.amount,
    category: item.category,
    day: item.start ? dayOf(item.start) : context.day,
    note: left.length === 0 ? item.title : ownWords,
  });
  if (!success) return null;
  return {
    item,
    place: 'money',
    words: describeItem(item, context),
    note: left.length === 0 ? null : `Kept as words in the note: ${left.join(', ')}.`,
    making: { kind: 'expense', expense: data },
  };
}

/** A title that fits; of a longer one the beginning, with all of it in the notes. */
function titled(text: string, notes = ''): { title: string; notes: string } {
  if (text.length <= LONGEST_TITLE) return { title: text, notes };
  const beginning = text.slice(0, CUT_TITLE).replace(/[\uD800-\uDBFF]$/, '');
  return { title: `${beginning.trimEnd()}…`, notes: notes === '' ? text : notes };
}

function keptInNotes(left: readonly string[]): string | null {
  return left.length === 0 ? null : `Kept as words in the notes: ${left.join(', ')}.`;
}

const dayOf = (when: When): string => when.local.slice(0, 10);

const hasReminder = ({ remindersMin, remindAt }: Item): boolean => remindersMin !== undefined || remindAt !== undefined;

const isTimed = ({ grain }: When): boolean => grain === 'hour' || grain === 'minute' || grain === 'second';

/** Where the window shows a thing; `day` is its own for what has one page a day or a month. */
export function routeOf(place: CapturePlace, id: string, day: string): string {
  switch (place) {
    case 'calendar':
      return `/calendar?event=${id}`;
    case 'journal':
      return `/journal/${day}`;
    case 'money':
      return `/money?month=${day.slice(0, 7)}&expense=${id}`;
    case 'inbox':
      return `/tasks?list=inbox&task=${id}`;
    case 'tasks':
      return `/tasks?list=all&task=${id}`;
  }
}

import { newEvent } from '#contract/calendar';
import { shortened } from '#main/domain/text/shortened';
import type { FiledThing, TextRange } from '#contract/capture';
import { newTask } from '#contract/tasks';
import type { LedgerTx } from '#main/ledger/ledger';
import { createEvent } from '../calendar/index.ts';
import { createExpense } from '../expenses/index.ts';
import { writeEntry } from '../journal/index.ts';
import { addReminder } from '../reminders/index.ts';
import { Refusal } from '../refusal.ts';
import { readSettings } from '../settings/index.ts';
import { createTask } from '../tasks/index.ts';
import { type Making, type PlanContext, type PlannedItem, planAsInbox, routeOf } from './plan-item.ts';
import { planText, planWhole } from './plan-text.ts';

/** A text on its way. */
export interface Capture {
  readonly text: string;
  readonly ignored: readonly TextRange[];
  /** `entry`: the whole text is one journal entry. */
  readonly as: 'items' | 'entry';
}

/** Where and when it is filed; journal lines go to `day`, at `atMs` of it. */
export interface FilingContext extends PlanContext {
  readonly atMs: number;
}

/**
 * Makes everything a text asks for. Journal lines become one entry. An item that can't be made as it was read goes to the
 * inbox in its own words.
 *
 * @throws Refusal EMPTY
 */
export function fileText(tx: LedgerTx, { text, ignored, as }: Capture, context: FilingContext): FiledThing[] {
  const planned = text.trim() !== '' && as === 'entry' ? [planWhole(text, context)] : planText(text, context, ignored);
  if (planned.length === 0) throw new Refusal('EMPTY');
  const bodies = planned.flatMap(({ making }) => (making.kind === 'entry' ? [making.body] : []));
  const first = planned.find(({ making }) => making.kind === 'entry');
  return planned.flatMap((one) => {
    if (one.making.kind !== 'entry') return [fileThing(tx, one, text, context)];
    return one === first ? [fileEntry(tx, bodies.join('\n\n'), one.words, context)] : [];
  });
}

function fileThing(tx: LedgerTx, planned: PlannedItem, text: string, { day }: FilingContext): FiledThing {
  const asRead = make(tx, planned.making);
  const { item, place, words, making } = asRead ? planned : planAsInbox(planned.item, text);
  const made = asRead ?? make(tx, making);
  if (!made) throw new Error(`the inbox does not take a ${item.kind}`);
  const ownDay = making.kind === 'expense' ? making.expense.day : day;
  return { ...made, place, words, route: routeOf(place, made.id, ownDay) };
}

/** @returns null when there can't be such a thing, an event that ends before it begins for one */
function make(tx: LedgerTx, making: Making): Pick<FiledThing, 'kind' | 'id' | 'title'> | null {
  try {
    if (making.kind === 'event' && newEvent.safeParse(making.event).success) {
      const { id, title } = createEvent(tx, making.event);
      remind(tx, { eventId: id }, making);
      return { kind: 'event', id, title };
    }
    if (making.kind === 'task' && newTask.safeParse(making.task).success) {
      const { id, title } = createTask(tx, making.task);
      remind(tx, { taskId: id }, making);
      return { kind: 'task', id, title };
    }
    if (making.kind === 'expense') {
      const { id, note } = createExpense(tx, making.expense);
      return { kind: 'expense', id, title: note };
    }
    return null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function remind(
  tx: LedgerTx,
  subject: Parameters<typeof addReminder>[1],
  { reminders = [], remindOn = [] }: Extract<Making, { kind: 'task' | 'event' }>,
): void {
  const time = remindOn.length === 0 ? '' : readSettings(tx).reminderAllDayTime;
  for (const when of [...reminders, ...remindOn.map((day) => ({ atLocal: `${day}T${time}` }))])
    addReminder(tx, subject, when);
}

function fileEntry(tx: LedgerTx, body: string, words: string, { day, atMs, zone }: FilingContext): FiledThing {
  const id = tx.newId();
  writeEntry(tx, { id, day, body, zone }, atMs);
  return { kind: 'entry', id, place: 'journal', title: firstLine(body), words, route: routeOf('journal', id, day) };
}

/** The first line with something in it, cut at 200 characters. */
export function firstLine(text: string): string {
  const line = text.trimStart().split(/[\r\n]/u, 1)[0] ?? '';
  return shortened(line.trimEnd(), 200);
}

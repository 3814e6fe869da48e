import type { Task } from '#contract/tasks';
import {
  boxesOfEntry,
  deleteBox,
  insertBox,
  isTaskUsed,
  lastToldMs,
  tasksFoundIn,
  updateBox,
} from '#db/queries/entry-boxes';
import type { EntryBoxRow } from '#db/queries/entry-boxes';
import { tasksByIds } from '#db/queries/tasks';
import type { ReadHandle } from '#db/store/handles';
import { type Box, matchLines, readBoxes, writeBoxes } from '#main/domain/checklist/boxes';
import { type LineTask, changedAsks, readLineTask } from '#main/domain/checklist/line-task';
import type { LedgerTx } from '#main/ledger/ledger';
import { createTask, removeTasks, setTaskStatus, updateTask } from '../tasks/index.ts';

/** A text that becomes an entry's, and what stood there before. */
export interface BoxesChange {
  readonly entryId: string;
  readonly before: string;
  readonly body: string;
  /** When the words count from. */
  readonly atMs: number;
  readonly zone: string;
  /** The `updated_at_ms` of the entry the writer had seen; undefined: the newest. */
  readonly seenMs: number | undefined;
}

type StandingTask = Pick<Task, 'id' | 'status' | 'title' | 'notes' | 'tags' | 'priority'> & Omit<LineTask, 'tags'>;

/** A checkbox line with the row that says which task it is; a line may have no task. */
interface KnownLine {
  readonly words: string;
  readonly row: EntryBoxRow | null;
}

/**
 * Makes the checkbox lines of a text real tasks, in the transaction that writes the text.
 *
 * A line is known by its words and, where it was reworded, by its place. Ticking completes, clearing reopens; what the words
 * newly ask for is set; a line that is gone takes its task along unless something was done with it elsewhere. A state the
 * writer has not seen yet goes into the text instead.
 *
 * @returns the text, with the states that were told elsewhere
 */
export function settleBoxes(tx: LedgerTx, change: BoxesChange): string {
  const boxes = readBoxes(change.body);
  const rows = boxesOfEntry(tx, change.entryId);
  if (boxes.length === 0 && rows.length === 0) return change.body;
  const lines = linesWithRows(readBoxes(change.before), rows);
  const matched = matchLines(
    lines.map(({ words }) => words),
    boxes.map(({ words }) => words),
  );
  const tasks = tasksOf(tx, rows);
  const waiting = tasksFoundIn(tx, change.entryId);
  const marks: { mark: number; isDone: boolean }[] = [];
  const turned = { done: [] as string[], open: [] as string[] };

  for (const [at, box] of boxes.entries()) {
    const index = matched[at] ?? null;
    const row = index === null ? null : lines[index]!.row;
    if (row === null) {
      // Done before anybody knew of it: nothing is left to do.
      if (!box.isDone) begin(tx, change, box, waiting);
      continue;
    }
    const task = row.taskId === null ? undefined : tasks.get(row.taskId);
    if (row.words !== box.words) {
      updateBox(tx, row.id, { words: box.words });
      if (task) reword(tx, change, task, row.words, box.words);
    }
    if (!task) continue;
    const isTaskDone = task.status === 'done';
    const isUnseen = change.seenMs !== undefined && row.toldMs !== null && row.toldMs > change.seenMs;
    if (box.isDone === isTaskDone || (task.status === 'dropped' && !box.isDone)) continue;
    if (isUnseen) marks.push({ mark: box.mark, isDone: isTaskDone });
    else turned[box.isDone ? 'done' : 'open'].push(task.id);
  }

  const standing = new Set(matched);
  for (const [at, { row }] of lines.entries())
    if (row !== null && !standing.has(at))
      letGo(tx, change, row, row.taskId === null ? undefined : tasks.get(row.taskId));
  if (turned.done.length > 0) setTaskStatus(tx, turned.done, 'done');
  if (turned.open.length > 0) setTaskStatus(tx, turned.open, 'open');
  return writeBoxes(change.body, marks);
}

/** A draft with the states that its writer has not seen yet. */
export function withToldStates(handle: ReadHandle, change: Omit<BoxesChange, 'atMs' | 'zone'>): string {
  const { entryId, seenMs } = change;
  if (seenMs === undefined || (lastToldMs(handle, entryId) ?? 0) <= seenMs) return change.body;
  const isUnseen = (row: EntryBoxRow): boolean => row.toldMs !== null && row.toldMs > seenMs;
  return carryStates(handle, entryId, change.before, change.body, isUnseen).body;
}

/** A text with the states of its tasks. */
interface Carried {
  readonly body: string;
  /** The rows whose boxes changed in it. */
  readonly rowIds: readonly string[];
  /** What each task of the entry is, by its id. */
  readonly statuses: ReadonlyMap<string, Task['status']>;
}

/**
 * The text with the boxes of the chosen lines as their tasks are now.
 *
 * @param known the text the rows belong to
 */
export function carryStates(
  handle: ReadHandle,
  entryId: string,
  known: string,
  body: string,
  isCarried: (row: EntryBoxRow) => boolean = () => true,
): Carried {
  const rows = boxesOfEntry(handle, entryId);
  const lines = linesWithRows(readBoxes(known), rows);
  const boxes = readBoxes(body);
  const matched = matchLines(
    lines.map(({ words }) => words),
    boxes.map(({ words }) => words),
  );
  const tasks = tasksOf(handle, rows);
  const marks = boxes.flatMap(({ mark, isDone }, at) => {
    const index = matched[at] ?? null;
    const row = index === null ? null : lines[index]!.row;
    const status = row !== null && row.taskId !== null && isCarried(row) ? tasks.get(row.taskId)?.status : undefined;
    if (status === undefined || (status === 'done') === isDone || (status === 'dropped' && !isDone)) return [];
    return [{ mark, isDone: status === 'done', rowId: row!.id }];
  });
  const statuses = new Map([...tasks.values()].map((task) => [task.id, task.status]));
  return { body: writeBoxes(body, marks), rowIds: marks.map(({ rowId }) => rowId), statuses };
}

/** The lines of a text with their rows, then rows that stand for no line of it. */
function linesWithRows(boxes: readonly Box[], rows: readonly EntryBoxRow[]): KnownLine[] {
  const waiting = Map.groupBy(rows, (row) => row.words);
  for (const same of waiting.values()) same.reverse();
  const lines = boxes.map(({ words }) => ({ words, row: waiting.get(words)?.pop() ?? null }));
  const left = [...waiting.values()].flatMap((same) => same.toReversed());
  return [...lines, ...left.map((row) => ({ words: row.words, row }))];
}

function tasksOf(handle: ReadHandle, rows: readonly EntryBoxRow[]): Map<string, StandingTask> {
  const ids = rows.flatMap(({ taskId }) => (taskId === null ? [] : [taskId]));
  return new Map(tasksByIds(handle, ids).map((task) => [task.id, task]));
}

/** A new line: a new task, or the one that was made of these words already. */
function begin(tx: LedgerTx, change: BoxesChange, box: Box, waiting: { id: string; quote: string }[]): void {
  const { entryId } = change;
  const at = waiting.findIndex(({ quote }) => box.words.includes(quote.trim()));
  const [found] = at === -1 ? [] : waiting.splice(at, 1);
  const taskId =
    found?.id ??
    createTask(tx, { ...asked(box.words, change), inInbox: false, entryId, entryQuote: box.words.slice(0, 5_000) }).id;
  insertBox(tx, { id: tx.newId(), entryId, taskId, words: box.words, toldMs: null });
}

function reword(tx: LedgerTx, context: BoxesChange, task: StandingTask, before: string, now: string): void {
  const was = readLineTask(before, whenOf(context));
  const { tags, ...values } = changedAsks(was, readLineTask(now, whenOf(context)));
  // What was changed elsewhere and is asked for no more stays as it is there.
  const isKept = (key: keyof typeof values): boolean =>
    (values[key] === null || (key === 'priority' && values[key] === 3)) && task[key] !== was[key];
  const kept = Object.keys(values) as (keyof typeof values)[];
  const change = Object.fromEntries(kept.filter((key) => !isKept(key)).map((key) => [key, values[key]]));
  const removeTags = tags ? was.tags.filter((tag) => !tags.includes(tag)) : [];
  if (Object.keys(change).length === 0 && !tags) return;
  updateTask(tx, [task.id], { ...change, ...(tags ? { addTags: [...tags], removeTags } : {}) });
}

/** The line is gone: its task too, unless it holds more than the line said. */
function letGo(tx: LedgerTx, context: BoxesChange, row: EntryBoxRow, task: StandingTask | undefined): void {
  deleteBox(tx, row.id);
  if (task && task.status === 'open' && isAsAsked(task, row.words, context) && !isTaskUsed(tx, task.id))
    removeTasks(tx, [task.id]);
}

function isAsAsked(task: StandingTask, words: string, context: BoxesChange): boolean {
  const { tags, ...line } = readLineTask(words, whenOf(context));
  const isSame = (Object.keys(line) as (keyof typeof line)[]).every((key) => task[key] === line[key]);
  const names = task.tags.map(({ name }) => name.toLowerCase()).toSorted();
  return (
    isSame &&
    task.notes === '' &&
    names.join() ===
      tags
        .map((tag) => tag.toLowerCase())
        .toSorted()
        .join()
  );
}

function asked(words: string, change: BoxesChange) {
  const { tags, ...line } = readLineTask(words, whenOf(change));
  return { ...line, tags: [...tags] };
}

const whenOf = ({ atMs, zone }: BoxesChange): { nowMs: number; zone: string } => ({ nowMs: atMs, zone });

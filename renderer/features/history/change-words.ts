import type { HistoryItem } from '#contract/history';
import { formatCount, formatDuration, formatTime } from '#renderer/ui/format.ts';

type Change = HistoryItem['changes'][number];

/** A changed value as it is read: what it was and what it became, null where there was none. */
export interface ChangedValue {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

const TABLES: Readonly<Record<string, string>> = {
  task: 'Task',
  tag: 'Tag',
  task_tag: 'Tag of a task',
  task_dependency: 'Wait between tasks',
  task_view: 'View of tasks',
  entry: 'Journal entry',
  insight_decision: 'Suggestion',
  event: 'Event',
  block: 'Planned block',
  calendar: 'Calendar',
  setting: 'Setting',
  focus_session: 'Focus session',
  focus_part: 'Part of a focus session',
  focus_note: 'Distraction note',
};
const OPS = { insert: 'added', update: 'changed', delete: 'deleted' } as const;

const COLUMNS: Readonly<Record<string, string>> = {
  due_day: 'Due',
  due_time: 'Due at',
  do_day: 'Do on',
  in_inbox: 'In the inbox',
  min_chunk_min: 'Shortest piece',
  grouping: 'Grouped by',
  closed_at_ms: 'Closed',
  entry_quote: 'Words in the journal',
  body: 'Text',
  start_local: 'From',
  end_local: 'To',
  start_ms: 'From',
  end_ms: 'To',
};

/** Where things lie in their tables; of no use to a reader. */
const HIDDEN = /^(id|position|.*_id|created_at_ms|updated_at_ms|recurrence(_\w+)?|occurrence)$/;

/** What a row of a table is called: "Task". */
export const tableName = (table: string): string => TABLES[table] ?? capital(table.replaceAll('_', ' '));

/** What a column is called in the middle of a sentence: "due". */
export const columnName = (column: string): string => (COLUMNS[column] ?? plain(column)).toLowerCase();

/** "Task changed" */
export const headingOf = ({ table, op }: Change): string => `${tableName(table)} ${OPS[op]}`;

/** What a person can read of a change: no ids, no empty columns, times and lengths in words. */
export function valuesOf(change: Change, zone: string): readonly ChangedValue[] {
  return change.columns.flatMap(({ name, before, after }) => {
    if (HIDDEN.test(name) || (before ?? '') === (after ?? '')) return [];
    const label = change.table === 'setting' && name === 'value' ? 'Value' : (COLUMNS[name] ?? capital(plain(name)));
    return [{ label, before: shown(name, before, zone), after: shown(name, after, zone) }];
  });
}

function shown(column: string, value: string | null, zone: string): string | null {
  if (value === null || value === '') return null;
  const figure = Number(value);
  if (column.endsWith('_ms') && Number.isFinite(figure))
    return `${dayOfInstant(figure, zone)} ${formatTime(figure, zone)}`;
  if (column.endsWith('_min') && Number.isFinite(figure)) return formatDuration(figure);
  if (/^(is_|in_|has_|all_day|busy|pinned|someday)/.test(column)) return value === '1' ? 'yes' : 'no';
  return value;
}

const plain = (column: string): string => column.replace(/_(ms|min|day|local)$/, '').replaceAll('_', ' ');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "and 3 changes more", for commits that touched too much to list. */
export function moreWords(count: number): string {
  return `and ${formatCount(count, { one: 'change', other: 'changes' })} more`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a zone. */
export function dayOfInstant(instantMs: number, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(zone, format);
  }
  return format.format(instantMs);
}

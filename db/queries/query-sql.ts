import type { Comparison, QueryCondition, QueryPlace, QueryTree } from '#contract/query';
import type { Day } from '#contract/time';
import { foldText, searchText } from '../store/search-text.ts';

/** A condition in SQL with what is bound to its question marks, in order. */
export interface SqlCondition {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** What a query can be applied to: a row of the table that holds this kind. */
export type QueryKind = 'entry' | 'task' | 'event' | 'expense' | 'project' | 'session';

/** What the conditions need to know beside the rows. */
export interface QueryContext {
  readonly today: Day;
  /** When a day of the person begins, in epoch milliseconds. */
  startOf(day: Day): number;
  /** Words as a condition on a row; null when they hold none, which is true of every row. */
  holds(text: { readonly text: string; readonly isPrefix: boolean }): SqlCondition | null;
}

/** The room each kind lies in. */
const PLACES: Readonly<Record<QueryKind, QueryPlace>> = {
  entry: 'journal',
  task: 'tasks',
  event: 'calendar',
  expense: 'money',
  project: 'projects',
  session: 'focus',
};

const NEVER: SqlCondition = { sql: '0', params: [] };

/**
 * A query as a condition on one row, which the statement around it calls `source`. What a kind has not (the mood of a task)
 * is never true of it.
 *
 * @example `SELECT id FROM task source WHERE ${sqlOfQuery('task', tree, context).sql}`
 */
export function sqlOfQuery(kind: QueryKind, tree: QueryTree, context: QueryContext): SqlCondition {
  switch (tree.kind) {
    case 'all':
    case 'any': {
      const parts = tree.of.map((one) => sqlOfQuery(kind, one, context));
      const decisive = tree.kind === 'all' ? '0' : '1';
      if (parts.some(({ sql }) => sql === decisive)) return { sql: decisive, params: [] };
      const open = parts.filter(({ sql }) => sql !== '0' && sql !== '1');
      if (open.length === 0) return { sql: tree.kind === 'all' ? '1' : '0', params: [] };
      return {
        sql: `(${open.map(({ sql }) => sql).join(tree.kind === 'all' ? ' AND ' : ' OR ')})`,
        params: open.flatMap(({ params }) => params),
      };
    }
    case 'not': {
      const { sql, params } = sqlOfQuery(kind, tree.of, context);
      return { sql: sql === '0' ? '1' : sql === '1' ? '0' : `NOT ${sql}`, params };
    }
    case 'text':
      return context.holds(tree) ?? { sql: '1', params: [] };
    case 'condition': {
      const { sql, params } = sqlOfCondition(kind, tree.condition, context) ?? NEVER;
      // Nothing known is not true, and its opposite is: `-is:overdue` finds what has no day.
      return sql === '0' || sql === '1' ? { sql, params } : { sql: `coalesce(${sql}, 0)`, params };
    }
  }
}

function sqlOfCondition(kind: QueryKind, condition: QueryCondition, context: QueryContext): SqlCondition | null {
  switch (condition.field) {
    case 'in':
      return { sql: PLACES[kind] === condition.place ? '1' : '0', params: [] };
    case 'tag':
      return tagged(kind, condition.name);
    case 'person':
      return mentions(kind, condition.name, context);
    case 'project':
      return inProject(kind, condition.name);
    case 'area':
      return inArea(kind, condition.name);
    case 'is':
      return plain(STATES[kind]?.[condition.state], condition.state === 'overdue' ? [context.today] : []);
    case 'has':
      return plain(FEATURES[kind]?.[condition.feature]);
    case 'priority':
    case 'mood':
    case 'estimate': {
      const column = NUMBERS[kind]?.[condition.field];
      return column ? compared(column, condition.comparison, condition.value) : null;
    }
    case 'amount':
      return kind === 'expense' ? spent(condition) : null;
    case 'date':
    case 'due':
    case 'do':
    case 'done':
    case 'created':
      return within(kind, condition, context);
  }
}

const plain = (sql: string | undefined, params: readonly unknown[] = []): SqlCondition | null =>
  sql === undefined ? null : { sql, params };

const STATES: Readonly<Partial<Record<QueryKind, Readonly<Partial<Record<string, string>>>>>> = {
  task: {
    open: `source.status = 'open'`,
    done: `source.status = 'done'`,
    dropped: `source.status = 'dropped'`,
    overdue: `(source.status = 'open' AND source.due_day < ?)`,
    blocked: `(source.status = 'open' AND EXISTS (SELECT 1 FROM task_dependency w JOIN task a ON a.id = w.after_id
      WHERE w.task_id = source.id AND a.status = 'open'))`,
    someday: `(source.status = 'open' AND source.someday = 1)`,
    recurring: 'source.recurrence IS NOT NULL',
    pinned: 'EXISTS (SELECT 1 FROM block b WHERE b.task_id = source.id AND b.pinned = 1)',
    inbox: `(source.status = 'open' AND source.in_inbox = 1)`,
  },
  project: {
    open: `source.status = 'open'`,
    done: `source.status = 'done'`,
    dropped: `source.status = 'dropped'`,
    overdue: `(source.status = 'open' AND source.due_day < ?)`,
    someday: `source.status = 'someday'`,
  },
  session: { done: `source.state = 'finished'`, open: `source.state <> 'finished'` },
};

const holdsFile = (column: string): string => `instr(${column}, '](attachments/') > 0`;
const holdsLink = (column: string): string => `(instr(${column}, '://') > 0 OR instr(${column}, '[[') > 0)`;
const isNamed = (kind: 'tag' | 'person'): string =>
  `EXISTS (SELECT 1 FROM entry_name n WHERE n.entry_id = source.id AND n.kind = '${kind}')`;

const FEATURES: Readonly<Partial<Record<QueryKind, Readonly<Partial<Record<string, string>>>>>> = {
  task: {
    attachment: holdsFile('source.notes'),
    due: 'source.due_day IS NOT NULL',
    do: 'source.do_day IS NOT NULL',
    estimate: 'source.estimate_min IS NOT NULL',
    notes: `source.notes <> ''`,
    tag: 'EXISTS (SELECT 1 FROM task_tag tt WHERE tt.task_id = source.id)',
    project: 'source.project_id IS NOT NULL',
    link: holdsLink('source.notes'),
    subtask: 'EXISTS (SELECT 1 FROM task part WHERE part.parent_id = source.id)',
  },
  entry: {
    attachment: holdsFile('source.body'),
    link: holdsLink('source.body'),
    tag: isNamed('tag'),
    person: isNamed('person'),
    mood: 'source.mood IS NOT NULL',
  },
  event: {
    notes: `source.notes <> ''`,
    place: `source.place <> ''`,
    link: holdsLink('source.notes'),
    attachment: holdsFile('source.notes'),
  },
  expense: { notes: `source.note <> ''` },
  project: { due: 'source.due_day IS NOT NULL', notes: `source.notes <> ''`, link: holdsLink('source.notes') },
  session: { project: 'EXISTS (SELECT 1 FROM task t WHERE t.id = source.task_id AND t.project_id IS NOT NULL)' },
};

const NUMBERS: Readonly<Partial<Record<QueryKind, Readonly<Partial<Record<string, string>>>>>> = {
  task: { priority: 'source.priority', estimate: 'source.estimate_min' },
  entry: { mood: 'source.mood' },
  event: { estimate: '((source.end_ms - source.start_ms) / 60000)' },
  session: { estimate: 'source.work_min' },
};

const SIGNS: Readonly<Record<Comparison, string>> = { '=': '=', '<': '<', '<=': '<=', '>': '>', '>=': '>=' };

const compared = (column: string, comparison: Comparison, value: number): SqlCondition => ({
  sql: `${column} ${SIGNS[comparison]} ?`,
  params: [value],
});

/** Digits after the point that are not two (ISO 4217), as the amounts were written. */
const MAJOR = `(source.amount_minor / CASE
  WHEN source.currency IN ('JPY', 'KRW', 'ISK', 'CLP', 'VND', 'XAF', 'XOF', 'UGX') THEN 1.0
  WHEN source.currency IN ('KWD', 'BHD', 'OMR', 'JOD', 'TND', 'IQD', 'LYD') THEN 1000.0 ELSE 100.0 END)`;

function spent({ comparison, value, currency }: Extract<QueryCondition, { field: 'amount' }>): SqlCondition {
  const amount = compared(`round(${MAJOR}, 3)`, comparison, value);
  return currency === null
    ? amount
    : { sql: `(${amount.sql} AND source.currency = ?)`, params: [...amount.params, currency] };
}

/** As names of entries are kept (db/store/entry-names.ts). */
const keyOf = (name: string): string => foldText(name.trim().replace(/\s+/gu, ' '));

/** A name, or one below it: `#work/mail` is a `#work` too. Whatever case and accents it has. */
function isNameOrBelow(column: string, name: string): SqlCondition {
  const key = searchText(name.trim()).toLowerCase();
  const written = `lower(search_text(${column}))`;
  return {
    sql: `(${written} = ? OR substr(${column}, 1, ?) = ? COLLATE NOCASE)`,
    params: [key, name.length + 1, `${name}/`],
  };
}

/** Entries that hold a name; `0` follows `/` in the order of the key. */
function entryNamed(kind: 'tag' | 'person' | 'link', name: string): SqlCondition {
  const key = keyOf(name);
  return {
    sql: `source.id IN (SELECT n.entry_id FROM entry_name n WHERE n.kind = '${kind}'
      AND (n.name_key = ? OR (n.name_key > ? AND n.name_key < ?)))`,
    params: [key, `${key}/`, `${key}0`],
  };
}

function tagged(kind: QueryKind, name: string): SqlCondition | null {
  switch (kind) {
    case 'entry':
      return entryNamed('tag', name);
    case 'task':
    case 'session': {
      const { sql, params } = isNameOrBelow('t.name', name);
      const id = kind === 'task' ? 'source.id' : 'source.task_id';
      return {
        sql: `${id} IN (SELECT tt.task_id FROM task_tag tt JOIN tag t ON t.id = tt.tag_id WHERE ${sql})`,
        params,
      };
    }
    case 'expense':
      return isNameOrBelow('source.category', name);
    case 'event':
    case 'project':
      return null;
  }
}

/** Who is spoken of: by @name in an entry, else by the name in the words. */
function mentions(kind: QueryKind, name: string, context: QueryContext): SqlCondition | null {
  const words = context.holds({ text: name, isPrefix: false });
  if (kind !== 'entry') return words;
  const named = entryNamed('person', name);
  return words ? { sql: `(${named.sql} OR ${words.sql})`, params: [...named.params, ...words.params] } : named;
}

const projectNamed = (name: string): SqlCondition => {
  const { sql, params } = isNameOrBelow('p.name', name);
  return { sql: `SELECT p.id FROM project p WHERE ${sql}`, params };
};

function inProject(kind: QueryKind, name: string): SqlCondition | null {
  const named = projectNamed(name);
  if (kind === 'task') return { sql: `source.project_id IN (${named.sql})`, params: named.params };
  if (kind === 'project') return { sql: `source.id IN (${named.sql})`, params: named.params };
  if (kind === 'session')
    return {
      sql: `source.task_id IN (SELECT t.id FROM task t WHERE t.project_id IN (${named.sql}))`,
      params: named.params,
    };
  return kind === 'entry' ? entryNamed('link', name) : null;
}

function inArea(kind: QueryKind, name: string): SqlCondition | null {
  const { sql, params } = isNameOrBelow('a.name', name);
  const projects = `SELECT p.id FROM project p JOIN area a ON a.id = p.area_id WHERE ${sql}`;
  if (kind === 'task') return { sql: `source.project_id IN (${projects})`, params };
  if (kind === 'project') return { sql: `source.id IN (${projects})`, params };
  if (kind === 'session')
    return { sql: `source.task_id IN (SELECT t.id FROM task t WHERE t.project_id IN (${projects}))`, params };
  return null;
}

type Dates = Extract<QueryCondition, { from: unknown }>;

/** Columns of days, and columns of instants. */
const DAYS: Readonly<Partial<Record<QueryKind, Readonly<Partial<Record<Dates['field'], string>>>>>> = {
  task: { due: 'source.due_day', do: 'source.do_day' },
  entry: { date: 'source.day' },
  expense: { date: 'source.day' },
  project: { due: 'source.due_day' },
};
const INSTANTS: Readonly<Partial<Record<QueryKind, Readonly<Partial<Record<Dates['field'], string>>>>>> = {
  task: { done: `CASE WHEN source.status <> 'open' THEN source.closed_at_ms END`, created: 'source.created_at_ms' },
  entry: { created: 'source.created_at_ms' },
  event: { created: 'source.created_at_ms' },
  expense: { created: 'source.created_at_ms' },
  project: { date: 'source.created_at_ms', created: 'source.created_at_ms', done: 'source.closed_at_ms' },
  session: { date: 'source.started_at_ms', created: 'source.started_at_ms', done: 'source.ended_at_ms' },
};

function within(kind: QueryKind, dates: Dates, context: QueryContext): SqlCondition | null {
  const { field, from, before } = dates;
  const startOf = (day: Day | null): number | null => (day === null ? null : context.startOf(day));
  if (kind === 'event' && field === 'date')
    return bounded([
      ['source.end_local > ?', from],
      ['source.start_local < ?', before],
    ]);
  if (kind === 'task' && field === 'date') {
    // A task lies on the day it is for; without one on the day it was thought of.
    const day = between('coalesce(source.due_day, source.do_day)', from, before);
    const made = between('source.created_at_ms', startOf(from), startOf(before));
    return {
      sql: `CASE WHEN coalesce(source.due_day, source.do_day) IS NOT NULL THEN ${day.sql} ELSE ${made.sql} END`,
      params: [...day.params, ...made.params],
    };
  }
  const day = DAYS[kind]?.[field];
  if (day !== undefined) return between(day, from, before);
  const instant = INSTANTS[kind]?.[field];
  return instant === undefined ? null : between(instant, startOf(from), startOf(before));
}

const between = (column: string, from: unknown, before: unknown): SqlCondition =>
  bounded([
    [`${column} >= ?`, from],
    [`${column} < ?`, before],
  ]);

function bounded(bounds: readonly (readonly [sql: string, value: unknown])[]): SqlCondition {
  const given = bounds.filter(([, value]) => value !== null);
  return given.length === 0
    ? { sql: '1', params: [] }
    : { sql: `(${given.map(([sql]) => sql).join(' AND ')})`, params: given.map(([, value]) => value) };
}

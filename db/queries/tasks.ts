import type { TaskSort } from '#contract/task-views';
import type { TaskCounts } from '#contract/tasks';
import { eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { project } from '../schema/projects.ts';
import { tag, task, taskTag } from '../schema/tasks.ts';
import { type ReadHandle, type WriteHandle, prepared, preparedSql } from '../store/handles.ts';
import { foldText, indexTerm, tokensOf } from '../store/search-text.ts';
import type { SqlCondition } from './query-sql.ts';

export type TaskRow = typeof task.$inferSelect;
export type TagRow = typeof tag.$inferSelect;

/** The first of its days that a task is about; written as the index `task_dated` has it. */
const FIRST_DAY = 'coalesce(min(due_day, do_day), due_day, do_day)';
const PUT_OFF_PROJECTS = `SELECT id FROM project WHERE status = 'someday'`;

/**
 * Which tasks a list holds, as a condition on `task`. @today is the user's day. Each has an index that holds no other tasks
 * (0024-ten-years.sql), so that neither closed tasks nor those of other lists are read for it.
 */
const LISTS = {
  inbox: `status = 'open' AND in_inbox = 1`,
  today: `status = 'open' AND ${FIRST_DAY} <= @today`,
  upcoming: `status = 'open' AND ${FIRST_DAY} > @today`,
  anytime: `status = 'open' AND in_inbox = 0 AND due_day IS NULL AND do_day IS NULL
    AND someday = 0 AND (project_id IS NULL OR project_id NOT IN (${PUT_OFF_PROJECTS}))`,
  someday: `status = 'open' AND in_inbox = 0 AND id IN (
    SELECT id FROM task WHERE status = 'open' AND someday = 1
    UNION ALL SELECT k.id FROM project p JOIN task k ON k.project_id = p.id WHERE p.status = 'someday' AND k.status = 'open')`,
  done: `status <> 'open'`,
  all: `status = 'open'`,
} as const;

const ORDERS = {
  inbox: 'position',
  today: `${FIRST_DAY}, due_time IS NULL, due_time, priority, position`,
  upcoming: `${FIRST_DAY}, due_time IS NULL, due_time, priority, position`,
  anytime: 'position',
  someday: 'position',
  done: 'closed_at_ms DESC',
  all: 'due_day NULLS LAST, priority, position',
} as const;

const SORTS: Readonly<Record<TaskSort, string>> = {
  manual: 'position',
  due: 'due_day NULLS LAST, due_time IS NULL, due_time, priority, position',
  priority: 'priority, due_day NULLS LAST, position',
  created: 'created_at_ms DESC, position DESC',
  estimate: 'estimate_min IS NULL, estimate_min, position',
  title: 'title COLLATE NOCASE, position',
};

export type TaskListName = keyof typeof LISTS;

/** One statement for each question that is asked. */
const listStatements = new Map<string, ReturnType<typeof preparedSql<unknown[], { id: string }>>>();
/** Words people type make ever new ones; more than these are not kept. */
const MOST_STATEMENTS = 200;

const { done: _, ...OPEN_LISTS } = LISTS;
const countsSql = preparedSql<{ today: string }, TaskCounts>(
  `SELECT ${Object.entries({ ...OPEN_LISTS, overdue: `status = 'open' AND due_day < @today` })
    .map(([name, condition]) => `(SELECT count(*) FROM task WHERE ${condition}) AS "${name}"`)
    .join(', ')}`,
);

const byIds = prepared((orm: ReadHandle['orm']) =>
  orm
    .select({ ...getTableColumns(task), project: project.name })
    .from(task)
    .leftJoin(project, eq(project.id, task.projectId))
    .where(sql`${task.id} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`)
    .prepare(),
);
const tagsOfIds = prepared((orm: ReadHandle['orm']) =>
  orm
    .select({ taskId: taskTag.taskId, id: tag.id, name: tag.name, color: tag.color })
    .from(taskTag)
    .innerJoin(tag, eq(tag.id, taskTag.tagId))
    .where(sql`${taskTag.taskId} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`)
    .orderBy(tag.name)
    .prepare(),
);
const tagsWithCounts = preparedSql<[], TagRow & { openTasks: number }>(
  `SELECT t.id, t.name, t.color, coalesce(o.open_tasks, 0) AS openTasks
   FROM tag t LEFT JOIN tag_total o ON o.tag_id = t.id ORDER BY t.name`,
);
const tagByName = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(tag)
    .where(sql`${tag.name} = ${sql.placeholder('name')} COLLATE NOCASE`)
    .prepare(),
);
const partsOfIds = preparedSql<[string], { id: string; total: number; closed: number }>(
  `SELECT parent_id AS id, count(*) AS total, sum(status <> 'open') AS closed FROM task
   WHERE parent_id IN (SELECT value FROM json_each(?)) GROUP BY parent_id`,
);
const waitsOfIds = preparedSql<[string], { taskId: string; id: string; title: string; isOpen: number }>(
  `SELECT d.task_id AS taskId, a.id, a.title, a.status = 'open' AS isOpen
   FROM task_dependency d JOIN task a ON a.id = d.after_id
   WHERE d.task_id IN (SELECT value FROM json_each(?)) ORDER BY d.id`,
);
const statusOfIds = preparedSql<[string], Pick<TaskRow, 'id' | 'status'>>(
  'SELECT id, status FROM task WHERE id IN (SELECT value FROM json_each(?))',
);
const openTitles = preparedSql<[], { id: string; title: string }>(`SELECT id, title FROM task WHERE status = 'open'`);

/** Along the newest hits of the index: of fifty thousand titles a few are read. */
const openTitlesWithSql = preparedSql<{ match: string; among: number; limit: number }, { title: string }>(
  `SELECT t.title FROM (SELECT rowid FROM search_fts WHERE search_fts MATCH @match ORDER BY rowid DESC LIMIT @among) f
   CROSS JOIN search_doc d ON d.docid = f.rowid CROSS JOIN task t ON t.id = d.ref
   WHERE d.kind = 'task' AND t.status = 'open' LIMIT @limit`,
);

const entryDaySql = preparedSql<[string], { day: string }>('SELECT day FROM entry WHERE id = ?');

/** A task with what belongs to it in other tables. */
export type WholeTask = TaskRow & {
  readonly project: string | null;
  readonly tags: TagRow[];
  readonly subTasks: { readonly closed: number; readonly total: number };
  readonly waitsFor: { readonly id: string; readonly title: string; readonly isOpen: boolean }[];
  readonly blockedBy: string[];
};

/** What is asked of a list. `today` is the user's day. */
export interface ListQuestion {
  readonly today: string;
  readonly tag?: string | undefined;
  readonly projectId?: string | undefined;
  readonly areaId?: string | undefined;
  /** What else must be true of a task, which it calls `source` (query-sql.ts). */
  readonly condition?: SqlCondition | undefined;
  /** Looks among closed tasks too, whatever the list holds. */
  readonly withClosed?: boolean | undefined;
  readonly sort?: TaskSort | undefined;
  readonly limit: number;
}

/** The tasks of a list, in its order or another one. */
export function tasksOfList(handle: ReadHandle, list: TaskListName, question: ListQuestion): WholeTask[] {
  const { today, tag: name, projectId, areaId, condition, sort, limit } = question;
  const among: SqlCondition = question.withClosed
    ? { sql: '1', params: [] }
    : {
        sql: LISTS[list].replaceAll('@today', '?'),
        params: Array<string>(LISTS[list].split('@today').length - 1).fill(today),
      };
  const conditions: readonly SqlCondition[] = [
    among,
    ...(name === undefined
      ? []
      : [
          {
            sql: 'id IN (SELECT tt.task_id FROM task_tag tt JOIN tag t ON t.id = tt.tag_id WHERE t.name = ?)',
            params: [name],
          },
        ]),
    ...(projectId === undefined ? [] : [{ sql: 'project_id = ?', params: [projectId] }]),
    ...(areaId === undefined
      ? []
      : [{ sql: 'project_id IN (SELECT id FROM project WHERE area_id = ?)', params: [areaId] }]),
    ...(condition === undefined ? [] : [condition]),
  ];
  const order = sort === undefined ? ORDERS[list] : SORTS[sort];
  const where = conditions.map((one) => one.sql).join(' AND ');
  const text = `SELECT id FROM task source WHERE ${where} ORDER BY ${order} LIMIT ?`;
  let statement = listStatements.get(text);
  if (!statement) {
    if (listStatements.size >= MOST_STATEMENTS) listStatements.clear();
    listStatements.set(text, (statement = preparedSql<unknown[], { id: string }>(text)));
  }
  const rows = statement(handle).all(...conditions.flatMap((one) => one.params), limit);
  return tasksByIds(
    handle,
    rows.map((row) => row.id),
  );
}

/** Tasks with all that belongs to them, in the order of `ids`; unknown ids are left out. */
export function tasksByIds(handle: ReadHandle, ids: readonly string[]): WholeTask[] {
  const json = JSON.stringify(ids);
  const tags = Map.groupBy(tagsOfIds(handle).all({ ids: json }), (row) => row.taskId);
  const waits = Map.groupBy(waitsOfIds(handle).all(json), (row) => row.taskId);
  const parts = new Map(
    partsOfIds(handle)
      .all(json)
      .map(({ id, closed, total }) => [id, { closed, total }]),
  );
  const rows = new Map(
    byIds(handle)
      .all({ ids: json })
      .map((row) => [row.id, row]),
  );
  return ids.flatMap((id) => {
    const row = rows.get(id);
    if (!row) return [];
    const waitsFor = (waits.get(id) ?? []).map((one) => ({ id: one.id, title: one.title, isOpen: one.isOpen === 1 }));
    return [
      {
        ...row,
        tags: (tags.get(id) ?? []).map(({ id: tagId, name, color }) => ({ id: tagId, name, color })),
        subTasks: parts.get(id) ?? { closed: 0, total: 0 },
        waitsFor,
        blockedBy: waitsFor.filter((one) => one.isOpen).map((one) => one.id),
      },
    ];
  });
}

/** Whether tasks are open, by their ids; those that are gone are left out. */
export const statusOf = (handle: ReadHandle, ids: readonly string[]): ReadonlyMap<string, TaskRow['status']> =>
  new Map(
    statusOfIds(handle)
      .all(JSON.stringify(ids))
      .map(({ id, status }) => [id, status]),
  );
export const taskCounts = (handle: ReadHandle, today: string): TaskCounts => countsSql(handle).get({ today })!;
export const allTags = (handle: ReadHandle): (TagRow & { openTasks: number })[] => tagsWithCounts(handle).all();
export const findTag = (handle: ReadHandle, name: string): TagRow | undefined => tagByName(handle).get({ name });
/** The day of an entry; null when there is none any more. */
export const dayOfEntry = (handle: ReadHandle, entryId: string): string | null =>
  entryDaySql(handle).get(entryId)?.day ?? null;
/** Titles of the newest open tasks that have a word beginning with what is being typed, among so many newest hits. */
export function openTitlesWith(handle: ReadHandle, typed: string, { among, limit }: { among: number; limit: number }) {
  const tokens = tokensOf(foldText(typed));
  const match = `title : "${tokens.map(indexTerm).join(' ')}" *`;
  return tokens.length === 0
    ? []
    : openTitlesWithSql(handle)
        .all({ match, among, limit })
        .map((row) => row.title);
}
/** Titles of the open tasks, to tell whether a found to-do exists already. */
export const openTaskTitles = (handle: ReadHandle): { id: string; title: string }[] => openTitles(handle).all();

const columns = Object.entries(getTableColumns(task));
const named = columns.map(([, column]) => `"${column.name}"`).join(', ');
const insertSql = preparedSql<unknown[], never>(
  `INSERT INTO task (${named}) VALUES (${columns.map(() => '?').join(', ')})`,
);
const updateSql = new Map<string, ReturnType<typeof preparedSql<unknown[], never>>>();

export function insertTask(handle: WriteHandle, row: typeof task.$inferInsert): void {
  const values: Readonly<Record<string, unknown>> = row;
  insertSql(handle).run(
    ...columns.map(([key, column]) => {
      const value = values[key] ?? column.default ?? null;
      return value === null ? null : column.mapToDriverValue(value);
    }),
  );
}

/** Written out: drizzle would build a statement as long as there are tasks. @returns how many rows there were */
export function updateTasks(handle: WriteHandle, ids: readonly string[], values: Partial<TaskRow>): number {
  const set = columns.flatMap(([key, column]) => {
    const value = (values as Readonly<Record<string, unknown>>)[key];
    return value === undefined ? [] : [{ column, value: value === null ? null : column.mapToDriverValue(value) }];
  });
  const source = `UPDATE task SET ${set.map(({ column }) => `"${column.name}" = ?`).join(', ')}
    WHERE id IN (SELECT value FROM json_each(?))`;
  let statement = updateSql.get(source);
  if (!statement) updateSql.set(source, (statement = preparedSql<unknown[], never>(source)));
  return statement(handle).run(...set.map(({ value }) => value), JSON.stringify(ids)).changes;
}

export function deleteTasks(handle: WriteHandle, ids: readonly string[]): number {
  return handle.orm
    .delete(task)
    .where(inArray(task.id, [...ids]))
    .run().changes;
}

export function insertTag(handle: WriteHandle, row: TagRow): void {
  handle.orm.insert(tag).values(row).run();
}

/** Its places on tasks go with it. @returns how many there were */
export function deleteTag(handle: WriteHandle, id: string): number {
  return handle.orm.delete(tag).where(eq(tag.id, id)).run().changes;
}

export function updateTag(handle: WriteHandle, id: string, values: Partial<TagRow>): number {
  return handle.orm.update(tag).set(values).where(eq(tag.id, id)).run().changes;
}

const tagsOfTask = preparedSql<[string], { id: string; tagId: string }>(
  'SELECT id, tag_id AS tagId FROM task_tag WHERE task_id = ?',
);
const insertTaskTag = preparedSql<[string, string, string], never>(
  'INSERT INTO task_tag (id, task_id, tag_id) VALUES (?, ?, ?)',
);
const deleteTaskTag = preparedSql<[string], never>('DELETE FROM task_tag WHERE id = ?');

/** Makes a task's tags exactly these. */
export function setTaskTags(handle: WriteHandle, taskId: string, tagIds: readonly string[]): void {
  const current = tagsOfTask(handle).all(taskId);
  for (const { id, tagId } of current) if (!tagIds.includes(tagId)) deleteTaskTag(handle).run(id);
  const known = new Set(current.map((row) => row.tagId));
  for (const tagId of tagIds) if (!known.has(tagId)) insertTaskTag(handle).run(`${taskId}:${tagId}`, taskId, tagId);
}

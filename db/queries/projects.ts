import type { Project } from '#contract/projects';
import { asc, eq, sql } from 'drizzle-orm';
import { area, project } from '../schema/projects.ts';
import { type ReadHandle, type WriteHandle, prepared, preparedSql } from '../store/handles.ts';

export type ProjectRow = typeof project.$inferSelect;
export type AreaRow = typeof area.$inferSelect;

const projectsSql = preparedSql<{ id: string | null }, Project>(
  `SELECT p.id, p.name, p.area_id AS areaId, p.color, p.status, p.notes, p.due_day AS dueDay, p.created_at_ms AS createdAtMs,
     p.closed_at_ms AS closedAtMs,
     (SELECT count(*) FROM task t WHERE t.project_id = p.id AND t.status = 'open') AS openTasks,
     (SELECT count(*) FROM task t WHERE t.project_id = p.id AND t.status = 'done') AS doneTasks
   FROM project p WHERE @id IS NULL OR p.id = @id ORDER BY p.position`,
);
const projectByName = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(project)
    .where(sql`${project.name} = ${sql.placeholder('name')} COLLATE NOCASE`)
    .prepare(),
);
const areasInOrder = prepared((orm: ReadHandle['orm']) =>
  orm.select().from(area).orderBy(asc(area.position)).prepare(),
);
const areaByName = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(area)
    .where(sql`${area.name} = ${sql.placeholder('name')} COLLATE NOCASE`)
    .prepare(),
);
const tasksOfSql = preparedSql<[string], { id: string; status: 'open' | 'done' | 'dropped' }>(
  'SELECT id, status FROM task WHERE project_id = ? ORDER BY position',
);

/** All of them with their progress, in the order a person gave them. */
export const allProjects = (handle: ReadHandle): Project[] => projectsSql(handle).all({ id: null });
export const findProject = (handle: ReadHandle, id: string): Project | undefined => projectsSql(handle).get({ id });
export const findProjectNamed = (handle: ReadHandle, name: string): ProjectRow | undefined =>
  projectByName(handle).get({ name });
export const allAreas = (handle: ReadHandle): AreaRow[] => areasInOrder(handle).all();
export const findAreaNamed = (handle: ReadHandle, name: string): AreaRow | undefined =>
  areaByName(handle).get({ name });
/** The tasks of a project, closed ones too. */
export const tasksOfProject = (handle: ReadHandle, id: string): ReturnType<ReturnType<typeof tasksOfSql>['all']> =>
  tasksOfSql(handle).all(id);

export function insertProject(handle: WriteHandle, row: typeof project.$inferInsert): void {
  handle.orm.insert(project).values(row).run();
}

/** @returns how many rows there were */
export function updateProjectRow(handle: WriteHandle, id: string, values: Partial<ProjectRow>): number {
  return handle.orm.update(project).set(values).where(eq(project.id, id)).run().changes;
}

/** Its tasks stay, without a project. @returns how many rows there were */
export function deleteProject(handle: WriteHandle, id: string): number {
  return handle.orm.delete(project).where(eq(project.id, id)).run().changes;
}

export function insertArea(handle: WriteHandle, row: typeof area.$inferInsert): void {
  handle.orm.insert(area).values(row).run();
}

/** @returns how many rows there were */
export function updateAreaRow(handle: WriteHandle, id: string, values: Partial<AreaRow>): number {
  return handle.orm.update(area).set(values).where(eq(area.id, id)).run().changes;
}

/** Its projects stay, without an area. @returns how many rows there were */
export function deleteArea(handle: WriteHandle, id: string): number {
  return handle.orm.delete(area).where(eq(area.id, id)).run().changes;
}

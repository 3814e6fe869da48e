import type { Area, Project, ProjectStatus } from '#contract/projects';
import { lastPlace, placeBefore } from '#db/queries/places';
import {
  allAreas,
  deleteArea,
  deleteProject,
  findAreaNamed,
  findProject,
  findProjectNamed,
  insertArea,
  insertProject,
  tasksOfProject,
  updateAreaRow,
  updateProjectRow,
} from '#db/queries/projects';
import type { ReadHandle } from '#db/store/handles';
import type { LedgerTx } from '#main/ledger/ledger';
import { Refusal } from '../refusal.ts';
import { colorOf, definedOnly, removeTasks, setTaskStatus } from '../tasks/index.ts';

type Change<T, K extends keyof T> = { readonly [P in K]?: T[P] | undefined };
type ProjectChange = Change<Project, 'name' | 'areaId' | 'color' | 'notes' | 'dueDay'>;

/** @throws Refusal NOT_FOUND */
export function requireProject(handle: ReadHandle, id: string): Project {
  const project = findProject(handle, id);
  if (!project) throw new Refusal('NOT_FOUND', { what: 'project' });
  return project;
}

/** @throws Refusal NOT_FOUND */
export function requireArea(handle: ReadHandle, id: string): Area {
  const row = allAreas(handle).find((one) => one.id === id);
  if (!row) throw new Refusal('NOT_FOUND', { what: 'area' });
  return { id: row.id, name: row.name, color: row.color };
}

/** @throws Refusal NAME_TAKEN, NOT_FOUND for the area */
export function createProject(tx: LedgerTx, { name, ...fields }: ProjectChange & { readonly name: string }): Project {
  if (findProjectNamed(tx, name)) throw new Refusal('NAME_TAKEN');
  if (fields.areaId) requireArea(tx, fields.areaId);
  const id = tx.newId();
  const { areaId = null, color = colorOf(name), notes = '', dueDay = null } = fields;
  const position = lastPlace(tx, 'project');
  insertProject(tx, { id, name, areaId, color, notes, dueDay, position, createdAtMs: tx.nowMs });
  tx.emit({ type: 'project.created', version: 1, payload: { projectId: id } });
  return requireProject(tx, id);
}

/** @throws Refusal NAME_TAKEN, NOT_FOUND */
export function updateProject(tx: LedgerTx, id: string, change: ProjectChange): Project {
  requireProject(tx, id);
  const namesake = change.name === undefined ? undefined : findProjectNamed(tx, change.name);
  if (namesake && namesake.id !== id) throw new Refusal('NAME_TAKEN');
  if (change.areaId) requireArea(tx, change.areaId);
  const values = definedOnly(change);
  if (Object.keys(values).length > 0) updateProjectRow(tx, id, values);
  tx.emit({ type: 'project.updated', version: 1, payload: { projectId: id } });
  return requireProject(tx, id);
}

/** Closing a project closes its open tasks the same way. @throws Refusal NOT_FOUND */
export function setProjectStatus(tx: LedgerTx, id: string, status: ProjectStatus): Project {
  if (requireProject(tx, id).status === status) return requireProject(tx, id);
  const isClosed = status === 'done' || status === 'dropped';
  updateProjectRow(tx, id, { status, closedAtMs: isClosed ? tx.nowMs : null });
  const open = tasksOfProject(tx, id).filter((task) => task.status === 'open');
  if (isClosed && open.length > 0)
    setTaskStatus(
      tx,
      open.map((task) => task.id),
      status,
    );
  tx.emit({ type: 'project.updated', version: 1, payload: { projectId: id } });
  return requireProject(tx, id);
}

/** @throws Refusal NOT_FOUND */
export function removeProject(tx: LedgerTx, id: string, tasks: 'keep' | 'delete'): void {
  requireProject(tx, id);
  const ids = tasksOfProject(tx, id).map((task) => task.id);
  if (tasks === 'delete' && ids.length > 0) removeTasks(tx, ids);
  deleteProject(tx, id);
  tx.emit({ type: 'project.deleted', version: 1, payload: { projectId: id } });
}

/** @throws Refusal NOT_FOUND */
export function moveProject(
  tx: LedgerTx,
  id: string,
  beforeId: string | null,
  areaId: string | null | undefined,
): void {
  if (areaId === undefined) requireProject(tx, id);
  else updateProject(tx, id, { areaId });
  placeBefore(tx, 'project', id, beforeId);
}

/** @throws Refusal AREA_TAKEN */
export function createArea(tx: LedgerTx, name: string, color = colorOf(name)): Area {
  if (findAreaNamed(tx, name)) throw new Refusal('AREA_TAKEN');
  const id = tx.newId();
  insertArea(tx, { id, name, color, position: lastPlace(tx, 'area'), createdAtMs: tx.nowMs });
  tx.emit({ type: 'area.created', version: 1, payload: { areaId: id } });
  return { id, name, color };
}

/** @throws Refusal AREA_TAKEN, NOT_FOUND */
export function updateArea(tx: LedgerTx, id: string, change: Change<Area, 'name' | 'color'>): Area {
  requireArea(tx, id);
  const namesake = change.name === undefined ? undefined : findAreaNamed(tx, change.name);
  if (namesake && namesake.id !== id) throw new Refusal('AREA_TAKEN');
  const values = definedOnly(change);
  if (Object.keys(values).length > 0) updateAreaRow(tx, id, values);
  return requireArea(tx, id);
}

/** @throws Refusal NOT_FOUND */
export function removeArea(tx: LedgerTx, id: string): void {
  requireArea(tx, id);
  deleteArea(tx, id);
  tx.emit({ type: 'area.deleted', version: 1, payload: { areaId: id } });
}

/** @throws Refusal NOT_FOUND */
export function moveArea(tx: LedgerTx, id: string, beforeId: string | null): void {
  requireArea(tx, id);
  placeBefore(tx, 'area', id, beforeId);
}

import type { TaskView } from '#contract/task-views';
import { lastPlace, placeBefore } from '#db/queries/places';
import {
  type TaskViewRow,
  allViews,
  deleteView,
  findViewNamed,
  insertView,
  updateViewRow,
} from '#db/queries/task-views';
import type { ReadHandle } from '#db/store/handles';
import type { LedgerTx } from '#main/ledger/ledger';
import { Refusal } from '../refusal.ts';
import { definedOnly } from './given.ts';

const asView = ({ position: _position, createdAtMs: _created, ...row }: TaskViewRow): TaskView => row;

export const viewsInOrder = (handle: ReadHandle): TaskView[] => allViews(handle).map(asView);

const findView = (handle: ReadHandle, id: string): TaskView | undefined =>
  viewsInOrder(handle).find((one) => one.id === id);

function requireFreeName(tx: LedgerTx, name: string, id?: string): void {
  const taken = findViewNamed(tx, name);
  if (taken && taken.id !== id) throw new Refusal('NAME_TAKEN');
}

/** @throws Refusal NAME_TAKEN */
export function createView(tx: LedgerTx, view: Omit<TaskView, 'id'>): TaskView {
  requireFreeName(tx, view.name);
  const id = tx.newId();
  insertView(tx, { id, ...view, position: lastPlace(tx, 'task_view'), createdAtMs: tx.nowMs });
  tx.emit({ type: 'view.created', version: 1, payload: { viewId: id } });
  return { id, ...view };
}

/** @throws Refusal NAME_TAKEN, NOT_FOUND */
export function updateView(
  tx: LedgerTx,
  id: string,
  change: { [K in keyof Omit<TaskView, 'id'>]?: TaskView[K] | undefined },
): TaskView {
  if (change.name !== undefined) requireFreeName(tx, change.name, id);
  if (!findView(tx, id)) throw new Refusal('NOT_FOUND', { what: 'view' });
  const values = definedOnly(change);
  if (Object.keys(values).length > 0) updateViewRow(tx, id, values);
  return findView(tx, id)!;
}

/** @throws Refusal NOT_FOUND */
export function removeView(tx: LedgerTx, id: string): void {
  if (deleteView(tx, id) === 0) throw new Refusal('NOT_FOUND', { what: 'view' });
  tx.emit({ type: 'view.deleted', version: 1, payload: { viewId: id } });
}

/** @throws Refusal NOT_FOUND */
export function moveView(tx: LedgerTx, id: string, beforeId: string | null): void {
  if (!findView(tx, id)) throw new Refusal('NOT_FOUND', { what: 'view' });
  placeBefore(tx, 'task_view', id, beforeId);
}

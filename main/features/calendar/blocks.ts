import { type BlockRow, deleteBlock, findBlock, futureBlocksOf, insertBlock, updateBlock } from '#db/queries/calendar';
import type { ReadHandle } from '#db/store/handles';
import type { LedgerTx } from '#main/ledger/ledger';
import { Refusal } from '../refusal.ts';
import { requireTasks } from '../tasks/index.ts';

const LONGEST_MS = 86_400_000;
const MINUTE_MS = 60_000;

interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
}

/** @throws Refusal NOT_FOUND */
export function requireBlock(handle: ReadHandle, id: string): BlockRow {
  const row = findBlock(handle, id);
  if (!row) throw new Refusal('NOT_FOUND', { what: 'block' });
  return row;
}

/**
 * Gives a task a stretch of time. What the plan places carries its reason; what a person places is pinned.
 *
 * @throws Refusal NOT_FOUND for the task, ENDS_BEFORE_START, TOO_LONG
 */
export function createBlock(
  tx: LedgerTx,
  input: Stretch & { readonly taskId: string; readonly pinned: boolean; readonly reason?: string },
): BlockRow {
  requireTasks(tx, [input.taskId]);
  const { taskId, pinned, reason = '' } = input;
  const row: BlockRow = { id: tx.newId(), taskId, ...checked(input), pinned, reason, createdAtMs: tx.nowMs };
  insertBlock(tx, row);
  tx.emit({ type: 'block.created', version: 1, payload: { blockId: row.id, taskId } });
  return row;
}

/** @throws Refusal NOT_FOUND, ENDS_BEFORE_START, TOO_LONG */
export function moveBlock(
  tx: LedgerTx,
  id: string,
  to: Stretch & { readonly pinned: boolean; readonly reason?: string },
): BlockRow {
  const { taskId } = requireBlock(tx, id);
  updateBlock(tx, id, { ...checked(to), pinned: to.pinned, reason: to.reason ?? '' });
  tx.emit({ type: 'block.moved', version: 1, payload: { blockId: id, taskId } });
  return requireBlock(tx, id);
}

/** @throws Refusal NOT_FOUND */
export function pinBlock(tx: LedgerTx, id: string, pinned: boolean): BlockRow {
  requireBlock(tx, id);
  updateBlock(tx, id, { pinned });
  tx.emit({ type: pinned ? 'block.pinned' : 'block.unpinned', version: 1, payload: { blockId: id } });
  return requireBlock(tx, id);
}

/** @throws Refusal NOT_FOUND */
export function removeBlock(tx: LedgerTx, id: string): void {
  const { taskId } = requireBlock(tx, id);
  deleteBlock(tx, id);
  tx.emit({ type: 'block.deleted', version: 1, payload: { blockId: id, taskId } });
}

/** A task that needs no more time gives back what lies ahead; what has begun stays as it was. */
export function removeFutureBlocks(tx: LedgerTx, taskId: string): void {
  for (const id of futureBlocksOf(tx, taskId, tx.nowMs)) removeBlock(tx, id);
}

function checked({ startMs, endMs }: Stretch): Stretch {
  const start = Math.round(startMs / MINUTE_MS) * MINUTE_MS;
  const end = Math.round(endMs / MINUTE_MS) * MINUTE_MS;
  if (end <= start) throw new Refusal('ENDS_BEFORE_START', { field: 'endLocal' });
  if (end - start > LONGEST_MS) throw new Refusal('TOO_LONG', { field: 'endLocal' });
  return { startMs: start, endMs: end };
}

import type { AcceptedBlock, AcceptedPlan } from '#contract/plan';
import { blocksBetween, findBlock } from '#db/queries/calendar';
import { tasksByIds } from '#db/queries/tasks';
import type { LedgerTx } from '#main/ledger/ledger';
import { createBlock, moveBlock, overlap, removeBlock } from '../calendar/index.ts';
import { Refusal } from '../refusal.ts';
import { setTaskStatus, updateTask } from '../tasks/index.ts';
import { busyStretches } from './instance.ts';

/** A proposal may be read for so long while its first block begins. */
const LATE_START_MS = 15 * 60_000;

/**
 * Writes the accepted part of a proposal, after making sure that it still fits.
 *
 * @throws Refusal PLAN_STALE with the tasks whose blocks no longer fit; then nothing was written
 */
export function acceptPlan(tx: LedgerTx, accepted: AcceptedPlan, zone: string): { blocks: number; removed: number } {
  const stale = staleTasks(tx, accepted, zone);
  if (stale.length > 0) throw new Refusal('PLAN_STALE', { taskIds: stale });
  for (const { taskId, minutes } of accepted.lengths ?? []) updateTask(tx, [taskId], { estimateMin: minutes });
  for (const { taskId, dueDay } of accepted.dueDays ?? []) updateTask(tx, [taskId], { dueDay, dueTime: null });
  for (const { taskId, doDay } of accepted.doDays ?? []) updateTask(tx, [taskId], { doDay });
  if (accepted.dropTaskIds?.length) setTaskStatus(tx, accepted.dropTaskIds, 'dropped');
  for (const id of accepted.remove) removeBlock(tx, id);
  for (const { id, ...place } of accepted.blocks) {
    if (id === undefined) createBlock(tx, { ...place, pinned: false });
    else moveBlock(tx, id, { ...place, pinned: false });
  }
  tx.emit({
    type: 'plan.accepted',
    version: 1,
    payload: { blocks: accepted.blocks.length, removed: accepted.remove.length },
  });
  return { blocks: accepted.blocks.length, removed: accepted.remove.length };
}

function staleTasks(tx: LedgerTx, { blocks, remove }: Parameters<typeof acceptPlan>[1], zone: string): string[] {
  const gone = remove.flatMap((id) => {
    const block = findBlock(tx, id);
    return block && !block.pinned ? [] : [block?.taskId ?? id];
  });
  if (blocks.length === 0) return gone;
  const open = new Set(
    tasksByIds(
      tx,
      blocks.map((block) => block.taskId),
    )
      .filter((task) => task.status === 'open')
      .map((task) => task.id),
  );
  const replaced = new Set([...remove, ...blocks.flatMap((block) => block.id ?? [])]);
  const range = {
    fromMs: Math.min(...blocks.map((block) => block.startMs)),
    toMs: Math.max(...blocks.map((block) => block.endMs)),
  };
  const taken = [
    ...busyStretches(tx, range, zone),
    ...blocksBetween(tx, range.fromMs, range.toMs).filter((block) => !replaced.has(block.id)),
  ];
  const fits = (block: AcceptedBlock): boolean => {
    const old = block.id === undefined ? undefined : findBlock(tx, block.id);
    const isMovable = block.id === undefined || (old?.taskId === block.taskId && !old.pinned);
    return (
      isMovable &&
      open.has(block.taskId) &&
      block.startMs < block.endMs &&
      block.endMs > tx.nowMs &&
      block.startMs >= tx.nowMs - LATE_START_MS &&
      ![...taken, ...blocks.filter((other) => other !== block)].some((other) => overlap(block, other))
    );
  };
  return [...new Set([...gone, ...blocks.filter((block) => !fits(block)).map((block) => block.taskId)])];
}

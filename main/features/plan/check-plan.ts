import type { Collision, PlanCheck } from '#contract/plan';
import { type BlockTaskRow, blocksBetween } from '#db/queries/calendar';
import { missedTaskIds, overdueTasks } from '#db/queries/plan';
import type { ReadHandle } from '#db/store/handles';
import { addDays, dayBounds } from '#main/domain/time/zoned';
import { eventsFor, overlap } from '../calendar/index.ts';
import type { Surroundings } from './period.ts';

/** A plan is looked over for so many days; what is further ahead can wait. */
const DAYS_AHEAD = 14;
const DAYS_BACK = 14;
/** From so many missed or overdue tasks on, mending is more work than planning anew. */
const STALE = 4;

/**
 * What has come in the way of the blocks to come: an event over one, another block, or a due day that moved before it.
 * Of two blocks over each other the pinned one stays.
 */
export function checkPlan(handle: ReadHandle, { zone, settings, today, nowMs }: Surroundings): PlanCheck {
  const toMs = dayBounds(addDays(today, DAYS_AHEAD), zone, settings.dayStartMin).endMs;
  const ahead = blocksBetween(handle, nowMs, toMs).filter(
    (block) => block.startMs >= nowMs && block.task.status === 'open',
  );
  const events = eventsFor(handle, { fromMs: nowMs, toMs }, zone).filter((event) => event.busy);
  const collisions = ahead.flatMap((block): Collision[] => {
    if (block.pinned) return [];
    const own = { blockId: block.id, taskId: block.taskId, title: block.task.title, ...placeOf(block) };
    const event = events.find((other) => overlap(other, block));
    if (event) return [{ ...own, cause: 'event', with: event.title }];
    const other = ahead.find((one) => one !== block && overlap(one, block) && goesFirst(one, block));
    if (other) return [{ ...own, cause: 'block', with: other.task.title }];
    const { dueDay } = block.task;
    const isLate =
      dueDay !== null && dueDay >= today && block.endMs > dayBounds(dueDay, zone, settings.dayStartMin).endMs;
    return isLate ? [{ ...own, cause: 'late', with: dueDay }] : [];
  });
  const startedMs = dayBounds(addDays(today, -DAYS_BACK), zone, settings.dayStartMin).startMs;
  const missed = missedTaskIds(handle, startedMs, nowMs);
  const overdue = overdueTasks(handle, today).length;
  return {
    collisions,
    missedTaskIds: missed,
    overdue,
    isStale: missed.length >= STALE || overdue >= STALE,
  };
}

const placeOf = ({ startMs, endMs }: BlockTaskRow): { startMs: number; endMs: number } => ({ startMs, endMs });

const goesFirst = (one: BlockTaskRow, other: BlockTaskRow): boolean =>
  one.pinned || one.startMs < other.startMs || (one.startMs === other.startMs && one.id < other.id);

import type { Day } from '#contract/time';
import { client } from '#renderer/data/api.ts';
import { addDays } from '#renderer/ui/days.ts';
import type { Stretch } from './drag.ts';

const DAYS_AHEAD = 14;
/** One day must not be all that is offered. */
const MOST_A_DAY = 2;
const MOST = 6;

/**
 * The next free stretches of working time that a length fits into, from a day on; two of a day at most.
 *
 * @param most how many are wanted
 */
export async function freeSlots(fromDay: Day, durationMin: number, most: number = MOST): Promise<Stretch[]> {
  const lengthMs = durationMin * 60_000;
  const found: Stretch[] = [];
  for (let ahead = 0; ahead < DAYS_AHEAD && found.length < most; ahead += 1) {
    // One after the other: mostly the first two days have enough.
    // oxlint-disable-next-line no-await-in-loop
    const { stretches } = await client.plan.freeTime({ day: addDays(fromDay, ahead) });
    const fitting = stretches.filter(({ startMs, endMs }) => endMs - startMs >= lengthMs).slice(0, MOST_A_DAY);
    found.push(...fitting.map(({ startMs }) => ({ startMs, endMs: startMs + lengthMs })));
  }
  return found.slice(0, most);
}

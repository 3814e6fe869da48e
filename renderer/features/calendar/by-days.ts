import { addDays } from '#renderer/ui/days.ts';
import type { DragMode, Stretch } from './drag.ts';
import { instantOf, localOf } from './zoned.ts';

const DAY_MS = 86_400_000;
/** A day on which the clock is put forward is this short. */
const SHORTEST_DAY_MS = DAY_MS - 3 * 3_600_000;

/**
 * A stretch of days moved, or made longer or shorter, by whole days of the wall clock. It stays at least a day long.
 *
 * @param days negative for earlier
 */
export function byDays(stretch: Stretch, mode: Exclude<DragMode, 'create'>, days: number, zone: string): Stretch {
  const { startMs, endMs } = stretch;
  const shifted = (instantMs: number): number => {
    const [day = '', time = ''] = localOf(instantMs, zone).split('T');
    return instantOf(`${addDays(day, days)}T${time}`, zone);
  };
  if (mode === 'move') return { startMs: shifted(startMs), endMs: shifted(endMs) };
  const changed = mode === 'start' ? { startMs: shifted(startMs), endMs } : { startMs, endMs: shifted(endMs) };
  const isLongEnough = changed.endMs - changed.startMs >= Math.min(SHORTEST_DAY_MS, endMs - startMs);
  return isLongEnough ? changed : byDays(stretch, mode, days - Math.sign(days), zone);
}

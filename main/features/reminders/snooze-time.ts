import type { SnoozeUntil } from '#contract/reminders';
import { momentOf } from '#main/domain/reminders/moments';
import { readReminder } from '#main/domain/reminders/read-reminder';
import { addDays, localOf } from '#main/domain/time/zoned';
import { Refusal } from '../refusal.ts';

const EVENING = '18:00';

/**
 * Until when something is put off.
 *
 * @param morning `HH:mm` of "tomorrow" @throws Refusal NO_SUCH_TIME when that is not to come
 */
export function snoozeTime(until: SnoozeUntil, nowMs: number, zone: string, morning: string): number {
  const atMs = instant(until, nowMs, zone, morning);
  if (atMs === null || atMs <= nowMs) throw new Refusal('NO_SUCH_TIME', { field: 'until' });
  return atMs;
}

function instant(until: SnoozeUntil, nowMs: number, zone: string, morning: string): number | null {
  if ('minutes' in until) return nowMs + until.minutes * 60_000;
  if ('atMs' in until) return until.atMs;
  const today = localOf(nowMs, zone).slice(0, 10);
  if ('words' in until) {
    const said = readReminder(until.words, { nowMs, zone }, morning);
    if (said === null) return null;
    return said.kind === 'before' ? nowMs + said.offsetMin * 60_000 : momentOf(said.local, zone);
  }
  if (until.preset === 'tomorrow') return momentOf(`${addDays(today, 1)}T${morning}`, zone);
  const evening = momentOf(`${today}T${EVENING}`, zone);
  return evening > nowMs ? evening : momentOf(`${addDays(today, 1)}T${EVENING}`, zone);
}

import { systemClock } from '#main/core/system-clock';
import { assertZone, readInstant } from './instants.ts';
import type { JsonFields } from './json-fields.ts';

/**
 * When and where a text was written: the fields `now` and `zone`, by default this moment on this machine.
 *
 * @throws Failure BAD_TIME, BAD_ZONE
 */
export function momentOf(question: JsonFields): { nowMs: number; zone: string } {
  const zone = question.optionalText('zone') ?? systemClock.zone();
  assertZone(zone);
  const now = question.optionalText('now');
  return { nowMs: now === undefined ? systemClock.nowMs() : readInstant(now, zone, 'now'), zone };
}

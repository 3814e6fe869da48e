import { instantOf, localOf } from '#main/domain/time/zoned';
import { Failure } from './command.ts';

// The domain counts epoch milliseconds; at this door instants are ISO 8601 with their offset.

const ISO = /^([+-]?\d{4,6}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?)(Z|[+-]\d\d(?::?\d\d)?)?$/i;

/**
 * The instant of `2026-11-21T09:00:00+01:00`, of a wall-clock time in `zone` when it has no offset, or of the start of a day.
 *
 * @param name what the field is called, for the sentence
 * @throws Failure BAD_TIME
 */
export function readInstant(text: string, zone: string, name: string): number {
  const [, local = '', offset] = ISO.exec(text) ?? [];
  try {
    if (local === '') throw new RangeError('no ISO 8601');
    return offset === undefined ? instantOf(local, zone) : instantOf(local, 'UTC') - offsetMs(offset);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Failure('BAD_TIME', `"${name}" is no time such as 2026-11-21T09:00:00+01:00.`);
  }
}

/** An instant as ISO 8601 with the offset of `zone` at that moment. */
export function writeInstant(instantMs: number, zone: string): string {
  const local = localOf(instantMs, zone);
  const offsetMin = Math.round((instantOf(local, 'UTC') - instantMs) / 60_000);
  const size = Math.abs(offsetMin);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${local}${offsetMin < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/** @throws Failure BAD_ZONE when there is no such zone */
export function assertZone(zone: string): void {
  try {
    localOf(0, zone);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Failure('BAD_ZONE', `There is no time zone ${zone.slice(0, 64)}.`);
  }
}

function offsetMs(offset: string): number {
  if (offset === 'Z' || offset === 'z') return 0;
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)?$/.exec(offset) ?? [];
  const size = (Number(hours) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -size : size;
}

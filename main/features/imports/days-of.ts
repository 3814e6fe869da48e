import { instantOf, logicalDay } from '#main/domain/time/zoned';
import type { ReadingFrame } from './found.ts';

/** A day, and the moment of it a thing belongs to. */
export interface Placed {
  readonly day: string;
  readonly atMs: number;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** What lies without a time of day lies in the middle of it. */
const NOON = '12:00:00';

export function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return false;
  const at = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]));
  return Number.isFinite(at) && Number(found[1]) > 0 && new Date(at).toISOString().startsWith(text);
}

/**
 * The day a daily note's name says: `2024-01-31`, `20240131`, `2024_01_31`, `31.01.2024`, `January 31st, 2024`, with a weekday
 * or words beside an ISO day. Null for any other name.
 */
export function dayOfName(name: string): string | null {
  const base = name.trim();
  const iso =
    /^(?:[\p{L}]+,?[ _-])?(\d{4})[-_. ](\d{2})[-_. ](\d{2})(?:[ _,-]+[\p{L}.]+)?$/u.exec(base) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(base);
  if (iso) return valid(iso[1]!, iso[2]!, iso[3]!);
  const european = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(base);
  if (european) return valid(european[3]!, european[2]!, european[1]!);
  const english = /^(?:\p{L}+, )?(\p{L}+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(base);
  if (english) return named(english[3]!, english[1]!, english[2]!);
  const british = /^(?:\p{L}+,? )?(\d{1,2})(?:st|nd|rd|th)? (\p{L}+),? (\d{4})$/u.exec(base);
  return british ? named(british[3]!, british[2]!, british[1]!) : null;
}

function named(year: string, month: string, date: string): string | null {
  const word = month.toLowerCase();
  const at = MONTHS.findIndex((name) => name === word || (word.length >= 3 && name.startsWith(word)));
  return at < 0 ? null : valid(year, String(at + 1), date);
}

function valid(year: string, month: string, date: string): string | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

/** A moment a file tells in any of the common ways: an instant, a local time, a day; null when it is none. */
export function placeOf(value: unknown, frame: ReadingFrame): Placed | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : placeAt(value.getTime(), frame);
  if (typeof value === 'number') return null;
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const told = /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2})(:\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(text);
  if (told) {
    const [, day, time, seconds = ':00', offset] = told;
    const local = `${day}T${time!.padStart(5, '0')}${seconds}`;
    if (!isDay(day!)) return null;
    const atMs = offset === undefined ? safely(() => instantOf(local, frame.zone)) : Date.parse(`${local}${offset}`);
    return atMs === null || Number.isNaN(atMs)
      ? null
      : offset === undefined
        ? { day: day!, atMs }
        : placeAt(atMs, frame);
  }
  const day = isDay(text) ? text : dayOfName(text);
  return day === null ? null : placeOn(day, frame);
}

export function placeOn(day: string, frame: ReadingFrame, time = NOON): Placed {
  return { day, atMs: safely(() => instantOf(`${day}T${time}`, frame.zone)) ?? Date.parse(`${day}T12:00:00Z`) };
}

export function placeAt(atMs: number, frame: ReadingFrame, zone = frame.zone): Placed {
  const moment = Math.min(Math.max(atMs, 0), 253_370_000_000_000);
  const day =
    safely(() => logicalDay(moment, zone, frame.dayStartMin)) ?? logicalDay(moment, frame.zone, frame.dayStartMin);
  return { day, atMs: moment };
}

function safely<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    // An unknown zone or a time the calendar does not have.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

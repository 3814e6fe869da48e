import { Temporal } from 'temporal-polyfill';
import { instantOfWall, offsetAt, steadyAt } from '../time/zone-offsets.ts';
import { wallMsOf } from '../time/zoned.ts';

const DAY_MS = 86_400_000;

/**
 * A series' own scale of time. A key is a number that orders its moments: epoch milliseconds, of the instant in a zone or of
 * the wall-clock time as if in UTC where there is none.
 */
export interface SeriesScale {
  readonly isAllDay: boolean;
  /** Null when it floats, and for days. */
  readonly zone: string | null;
  /** @throws RangeError in words when there is no such time */
  keyOf(text: string): number;
  /** The last moment a text stands for: of a day without a time its end. */
  lastKeyOf(text: string): number;
  /** @param wallMs a wall-clock time as if in UTC */
  keyOfWall(wallMs: number): number;
  wallOf(text: string): number;
  /** The wall-clock time of a moment, as if in UTC. */
  wallOfKey(key: number): number;
  /** The day a moment lies on, in whole days since 1970. */
  dayOf(key: number): number;
  textOf(key: number): string;
}

/** @throws RangeError in words when there is no such zone */
export function seriesScale(zone: string | null, isAllDay: boolean): SeriesScale {
  if (zone !== null) assertZone(zone);
  const own = isAllDay ? null : zone;
  const keyOfWall = own === null ? (wallMs: number) => wallMs : (wallMs: number) => instantOfWall(wallMs, own);
  const wallOfKey = (key: number): number => (own === null ? key : key + offsetAt(own, key));
  const wallOf = (text: string): number => {
    const wallMs = wallTime(text, zone);
    return isAllDay ? Math.floor(wallMs / DAY_MS) * DAY_MS : wallMs;
  };
  const keyOf = (text: string): number => (own !== null && hasOffset(text) ? instantOf(text) : keyOfWall(wallOf(text)));
  return {
    isAllDay,
    zone: own,
    keyOf,
    lastKeyOf: (text) => (isDay(text) && !isAllDay ? keyOfWall(wallOf(text) + DAY_MS) - 1 : keyOf(text)),
    keyOfWall,
    wallOf,
    wallOfKey,
    dayOf: (key) => Math.floor(wallOfKey(key) / DAY_MS),
    textOf: (key) => (key >= EARLIEST_PLAIN_MS && key <= LATEST_PLAIN_MS ? plainText : otherText)(key, own, isAllDay),
  };
}

/** Whether a text has no time of day. */
export const isDay = (text: string): boolean => !text.includes('T');

const hasOffset = (text: string): boolean => /T.*(Z|[+-]\d\d(:?\d\d)?)$/i.test(text);

/** Between these no zone has offsets of seconds, and a year has four digits. */
const EARLIEST_PLAIN_MS = Date.UTC(1975, 0, 1);
const LATEST_PLAIN_MS = Date.UTC(9999, 0, 1);

/** As Temporal writes it, in a hundredth of the time. */
function plainText(key: number, zone: string | null, isAllDay: boolean): string {
  const offsetMs = zone === null ? 0 : offsetAt(zone, key);
  const text = new Date(key + offsetMs).toISOString();
  if (isAllDay) return text.slice(0, 10);
  if (zone === null) return text.slice(0, 19);
  const minutes = Math.abs(offsetMs) / 60_000;
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${text.slice(0, 19)}${offsetMs < 0 ? '-' : '+'}${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`;
}

function otherText(key: number, zone: string | null, isAllDay: boolean): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(key).toZonedDateTimeISO(zone ?? 'UTC');
  if (isAllDay) return zoned.toPlainDate().toString();
  if (zone === null) return zoned.toPlainDateTime().toString({ smallestUnit: 'second' });
  return zoned.toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

function instantOf(text: string): number {
  const plain = /^(.*)Z$/i.exec(text)?.[1];
  const wallMs = plain === undefined ? null : wallMsOf(plain);
  return wallMs ?? readTime(text, () => Temporal.Instant.from(text).epochMilliseconds);
}

/** The wall-clock time a text means for a zone; an instant is read there, or in UTC when there is none. */
function wallTime(text: string, zone: string | null): number {
  if (hasOffset(text)) {
    const atMs = instantOf(text);
    return zone === null ? atMs : atMs + steadyAt(zone, atMs).offsetMs;
  }
  return (
    wallMsOf(text) ??
    readTime(text, () => {
      const wall = Temporal.PlainDateTime.from(text);
      return wall.toZonedDateTime('UTC').epochMilliseconds;
    })
  );
}

function readTime(text: string, read: () => number): number {
  try {
    return read();
  } catch (error) {
    throw new RangeError(`There is no such time: ${text.slice(0, 40)}.`, { cause: error });
  }
}

function assertZone(zone: string): void {
  try {
    offsetAt(zone, 0);
  } catch (error) {
    throw new RangeError(`There is no such time zone: ${zone.slice(0, 64)}.`, { cause: error });
  }
}

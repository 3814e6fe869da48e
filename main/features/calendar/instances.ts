import type { CalendarEvent } from '#contract/calendar';
import {
  type EventRow,
  eventsBetween,
  exceptionKeys,
  exceptionsOf,
  findEvent,
  findEvents,
  seriesBetween,
} from '#db/queries/calendar';
import type { ReadHandle } from '#db/store/handles';
import { ENDLESS_MS, type Occurrence, occurrencesBetween } from '#main/domain/recurrence/occurrences';
import { Refusal } from '../refusal.ts';
import { instantsOf, overlap } from './event-time.ts';

/** A row and, of a series, the occurrence that is meant. */
export interface Instance {
  readonly row: EventRow;
  /** The series an occurrence belongs to; null for an event that happens once. */
  readonly series: EventRow | null;
  /** The start its series gave it. */
  readonly occurrence: string | null;
  /** Its time when it is as its series has it; null when `row` says it. */
  readonly time: Occurrence | null;
}

/**
 * Everything that happens in a stretch of time for somebody in `zone`: events by themselves, occurrences of series, and
 * occurrences that were changed, each once; earliest first, longest first among equals.
 */
export function eventsFor(handle: ReadHandle, range: { fromMs: number; toMs: number }, zone: string): CalendarEvent[] {
  const stretch = { startMs: range.fromMs, endMs: range.toMs };
  const rows = eventsBetween(handle, range.fromMs, range.toMs);
  const repeating = seriesBetween(handle, range.fromMs, range.toMs);
  const parents = new Map(repeating.map((row) => [row.id, row]));
  const missing = new Set(
    rows.flatMap(({ seriesId }) => (seriesId === null || parents.has(seriesId) ? [] : [seriesId])),
  );
  for (const row of findEvents(handle, [...missing])) parents.set(row.id, row);
  const changed = new Set(exceptionKeys(handle, [...parents.keys()]).map((key) => `${key.seriesId}@${key.occurrence}`));
  const once = rows
    .map((row) => asEvent(exceptionOrItself(row, parents.get(row.seriesId ?? '') ?? null), zone))
    .filter((event) => overlap(event, stretch));
  const occurring = repeating.flatMap((series) =>
    occurrencesIn(series, range, zone)
      .filter(({ startLocal }) => !changed.has(`${series.id}@${startLocal}`))
      .map((time) => asEvent({ row: series, series, occurrence: time.startLocal, time }, zone)),
  );
  return [...once, ...occurring].toSorted((one, other) => one.startMs - other.startMs || other.endMs - one.endMs);
}

/**
 * What one event, or a series with its changed occurrences, does in a stretch of time; an event by itself whenever it is.
 * Earliest first.
 */
export function instancesOf(
  handle: ReadHandle,
  eventId: string,
  range: { fromMs: number; toMs: number },
  zone: string,
): CalendarEvent[] {
  const row = findEvent(handle, eventId);
  if (!row) return [];
  if (row.untilMs === null) return [asEvent(exceptionOrItself(row, null), zone)];
  const exceptions = exceptionsOf(handle, row.id);
  const changed = new Set(exceptions.map((exception) => exception.occurrence));
  const own = exceptions
    .map((exception) => asEvent(exceptionOrItself(exception, row), zone))
    .filter((event) => overlap(event, { startMs: range.fromMs, endMs: range.toMs }));
  const occurring = occurrencesIn(row, range, zone)
    .filter(({ startLocal }) => !changed.has(startLocal))
    .map((time) => asEvent({ row, series: row, occurrence: time.startLocal, time }, zone));
  return [...own, ...occurring].toSorted((one, other) => one.startMs - other.startMs);
}

/** An instance as the contract shows it to somebody in `zone`. */
export function asEvent({ row, series, occurrence, time }: Instance, zone: string): CalendarEvent {
  const { uid: _, properties: __, untilMs: ___, ...fields } = row;
  return {
    ...fields,
    // In a zone of its own its kept instants are right for everybody.
    ...(time ?? (row.zone === null ? instantsOf(row, zone) : {})),
    id: series === null ? row.id : `${series.id}@${occurrence}`,
    eventId: row.id,
    seriesId: series?.id ?? null,
    occurrence,
    recurring: series !== null,
    hasException: series !== null && row.id !== series.id,
    recurrence: series === null || series.recurrence === '' ? [] : series.recurrence.split('\n'),
  };
}

/**
 * What an instance id names. A series by its own id is its next occurrence after `nowMs`, or its last one.
 *
 * @throws Refusal NOT_FOUND
 */
export function requireInstance(handle: ReadHandle, id: string, around: { nowMs: number; zone: string }): Instance {
  const [eventId = '', occurrence] = id.split('@');
  const row = findEvent(handle, eventId);
  if (!row) throw new Refusal('NOT_FOUND', { what: 'event' });
  if (row.seriesId !== null) return exceptionOrItself(row, findEvent(handle, row.seriesId) ?? null);
  if (row.untilMs === null) return exceptionOrItself(row, null);
  const exceptions = exceptionsOf(handle, row.id);
  const instance =
    occurrence === undefined
      ? nearestOf(row, exceptions, around)
      : (exceptionAt(row, exceptions, occurrence) ?? occurrenceAt(row, occurrence, around.zone));
  if (!instance) throw new Refusal('NOT_FOUND', { what: 'event' });
  return instance;
}

const exceptionOrItself = (row: EventRow, series: EventRow | null): Instance => ({
  row,
  series,
  occurrence: series === null ? null : row.occurrence,
  time: null,
});

function exceptionAt(series: EventRow, exceptions: readonly EventRow[], occurrence: string): Instance | undefined {
  const row = exceptions.find((exception) => exception.occurrence === occurrence);
  return row && exceptionOrItself(row, series);
}

const DAY_MS = 86_400_000;

/** The occurrence that begins at a wall-clock time of the series; undefined when its rule gives none. */
function occurrenceAt(series: EventRow, occurrence: string, zone: string): Instance | undefined {
  const nearMs = Date.parse(occurrence.length === 10 ? occurrence : `${occurrence}Z`);
  if (Number.isNaN(nearMs)) return undefined;
  const time = occurrencesIn(series, { fromMs: nearMs - 2 * DAY_MS, toMs: nearMs + 2 * DAY_MS }, zone).find(
    ({ startLocal }) => startLocal === occurrence,
  );
  return time && { row: series, series, occurrence, time };
}

/** How far ahead the next occurrence is looked for, in growing stretches. */
const AHEAD_DAYS = [40, 400, 4_000] as const;

function nearestOf(
  series: EventRow,
  exceptions: readonly EventRow[],
  { nowMs, zone }: { nowMs: number; zone: string },
): Instance | undefined {
  const changed = new Set(exceptions.map((row) => row.occurrence));
  const among = (fromMs: number, toMs: number): Instance[] =>
    occurrencesIn(series, { fromMs, toMs }, zone)
      .filter(({ startLocal }) => !changed.has(startLocal))
      .map((time) => ({ row: series, series, occurrence: time.startLocal, time }));
  const fromMs = Math.max(nowMs, series.startMs - DAY_MS);
  for (const days of AHEAD_DAYS) {
    const next = among(fromMs, fromMs + days * DAY_MS)[0];
    if (next) return next;
    if ((series.untilMs ?? 0) < fromMs) break;
  }
  const lastMs = Math.min(nowMs, series.untilMs ?? ENDLESS_MS);
  for (const days of AHEAD_DAYS) {
    const last = among(lastMs - days * DAY_MS, lastMs + DAY_MS).at(-1);
    if (last) return last;
  }
  return exceptions[0] && exceptionOrItself(exceptions[0], series);
}

/** A rule that can't be read any more (of a newer program, or an engine that changed) shows nothing, and breaks nothing. */
function occurrencesIn(series: EventRow, range: { fromMs: number; toMs: number }, zone: string): Occurrence[] {
  try {
    return occurrencesBetween(series, range, zone);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

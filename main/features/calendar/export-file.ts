import { type EventRow, allCalendars, eventsIn } from '#db/queries/calendar';
import { itemsIn } from '#db/queries/calendar-files';
import { tasksByIds } from '#db/queries/tasks';
import type { ReadHandle } from '#db/store/handles';
import { mergedProperties } from '#main/domain/icalendar/calendar-properties';
import { readComponents, linesOf } from '#main/domain/icalendar/components';
import { zonesOf } from '#main/domain/icalendar/file-zones';
import { keptLines, todoLines } from '#main/domain/icalendar/other-lines';
import { writeCalendar } from '#main/domain/icalendar/write-calendar';
import { Refusal } from '../refusal.ts';
import { requireCalendar } from './calendars.ts';
import { eventsFor } from './instances.ts';

/** What an export is asked for: one calendar or all, whole, one event, or what touches a stretch of time. */
export interface ExportQuestion {
  readonly calendarId?: string | undefined;
  /** The row an event is kept in; of a series all of it. */
  readonly eventId?: string | undefined;
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
}

/** One calendar as the text of an .ics file, piece by piece. */
export function calendarFile(handle: ReadHandle, calendarId: string, zone: string): Generator<string> {
  return writeCalendar(contentOf(handle, calendarId, zone));
}

/**
 * @throws Refusal NOT_FOUND
 */
export function exportCalendars(
  handle: ReadHandle,
  { calendarId, eventId, fromMs, toMs }: ExportQuestion,
  zone: string,
): { fileName: string; text: string } {
  const calendars = calendarId === undefined ? allCalendars(handle) : [requireCalendar(handle, calendarId)];
  const contents = calendars.map(({ id }) => contentOf(handle, id, zone));
  const one =
    eventId === undefined ? undefined : contents.flatMap(({ events }) => events).find(({ id }) => id === eventId);
  if (eventId !== undefined && !one) throw new Refusal('NOT_FOUND');
  const name = calendarId === undefined ? 'Braindump' : calendars[0]!.name;
  const isWhole = eventId === undefined && fromMs === undefined && toMs === undefined;
  const isRanged = fromMs !== undefined || toMs !== undefined;
  const wanted = isRanged ? rowsWithin(handle, { fromMs: fromMs ?? 0, toMs: toMs ?? FAR_MS }, zone) : null;
  const all = {
    name,
    properties: contents.reduce((kept, { properties }) => merged(kept, properties), ''),
    events: contents
      .flatMap(({ events }) => events)
      .filter((event) => (eventId === undefined || isOf(eventId)(event)) && (wanted === null || wanted.has(event.id))),
    others: isWhole ? contents.flatMap(({ others }) => others) : [],
  };
  return { fileName: `${safeName(one?.title ?? name)}.ics`, text: [...writeCalendar(all)].join('') };
}

/** An event itself, or a changed occurrence of it. */
const isOf =
  (eventId: string) =>
  ({ id, seriesId }: EventRow): boolean =>
    id === eventId || seriesId === eventId;

/** The year 2100: nobody exports further by range. */
const FAR_MS = Date.UTC(2100);

/** Rows with something in a stretch of time: of a series all of it, its changed occurrences with it. */
function rowsWithin(handle: ReadHandle, range: { fromMs: number; toMs: number }, zone: string): ReadonlySet<string> {
  return new Set(
    eventsFor(handle, range, zone).flatMap(({ eventId, seriesId }) =>
      seriesId === null ? [eventId] : [eventId, seriesId],
    ),
  );
}

function contentOf(handle: ReadHandle, calendarId: string, zone: string) {
  const { name, properties } = requireCalendar(handle, calendarId);
  const items = itemsIn(handle, calendarId);
  const zoneOf = zonesOf(
    readComponents(`BEGIN:VCALENDAR\n${properties}\nEND:VCALENDAR`).roots[0]!.children.filter(
      (child) => child.name === 'VTIMEZONE',
    ),
  );
  const ids = items.filter(({ kind }) => kind === 'task').map(({ targetId }) => targetId);
  const tasks = new Map(tasksByIds(handle, ids).map((task) => [task.id, task]));
  const others = items.flatMap(({ kind, targetId, properties: rest }) => {
    if (kind === 'entry') return [keptLines(rest)];
    const task = tasks.get(targetId);
    return task ? [todoLines(rest, { ...task, tags: [] }, zoneOf, zone)] : [];
  });
  return { name, properties, events: eventsIn(handle, calendarId), others };
}

function merged(kept: string, properties: string): string {
  const other = readComponents(`BEGIN:VCALENDAR\n${properties}\nEND:VCALENDAR`).roots[0]!;
  return mergedProperties(kept, kept === '' ? other.lines : [], other.children.map(linesOf));
}

/** A name every file system takes. */
function safeName(name: string): string {
  const safe = name
    .replaceAll(/[^\p{L}\p{N} _-]+/gu, '-')
    .trim()
    .slice(0, 60)
    .toWellFormed();
  return safe === '' ? 'calendar' : safe;
}

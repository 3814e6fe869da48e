import { eq, sql } from 'drizzle-orm';
import { block, calendar, event, feed } from '../schema/calendar.ts';
import { task } from '../schema/tasks.ts';
import { type ReadHandle, type WriteHandle, prepared, preparedSql } from '../store/handles.ts';
import { searchText } from '../store/search-text.ts';

export type CalendarRow = typeof calendar.$inferSelect;
export type EventRow = typeof event.$inferSelect;
export type FeedRow = typeof feed.$inferSelect;
export type BlockRow = typeof block.$inferSelect;
export type BlockTaskRow = BlockRow & {
  task: { title: string; status: 'open' | 'done' | 'dropped'; priority: number; dueDay: string | null };
};

const DAY_MS = 86_400_000;
/** The length up to which an event is in the index of short ones, as in the migration. */
const SHORT_MS = 14 * DAY_MS;

const eventIdsBetween = preparedSql<{ fromMs: number; toMs: number }, { id: string }>(
  `SELECT id FROM event WHERE end_ms - start_ms <= ${SHORT_MS} AND start_ms > @fromMs - ${SHORT_MS} AND start_ms < @toMs AND end_ms > @fromMs AND until_ms IS NULL
   UNION ALL
   SELECT id FROM event WHERE end_ms - start_ms > ${SHORT_MS} AND end_ms > @fromMs AND start_ms < @toMs AND until_ms IS NULL`,
);
const seriesIdsBetween = preparedSql<{ fromMs: number; toMs: number }, { id: string }>(
  'SELECT id FROM event WHERE until_ms IS NOT NULL AND until_ms > @fromMs AND start_ms < @toMs',
);
const exceptionsOfSeries = preparedSql<{ ids: string }, { seriesId: string; occurrence: string }>(
  'SELECT series_id AS seriesId, occurrence FROM event WHERE series_id IN (SELECT value FROM json_each(@ids))',
);
const exceptionRows = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(event)
    .where(eq(event.seriesId, sql.placeholder('seriesId')))
    .prepare(),
);
const eventsInCalendar = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(event)
    .where(eq(event.calendarId, sql.placeholder('calendarId')))
    .orderBy(event.startMs, event.id)
    .prepare(),
);
const allFeeds = prepared((orm: ReadHandle['orm']) => orm.select().from(feed).prepare());
const eventsByIds = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(event)
    .where(sql`${event.id} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`)
    .prepare(),
);
const eventById = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(event)
    .where(eq(event.id, sql.placeholder('id')))
    .prepare(),
);
const blockWithTask = {
  id: block.id,
  taskId: block.taskId,
  startMs: block.startMs,
  endMs: block.endMs,
  pinned: block.pinned,
  reason: block.reason,
  createdAtMs: block.createdAtMs,
  task: { title: task.title, status: task.status, priority: task.priority, dueDay: task.dueDay },
};
const blocksOverlapping = prepared((orm: ReadHandle['orm']) =>
  orm
    .select(blockWithTask)
    .from(block)
    .innerJoin(task, eq(task.id, block.taskId))
    // A block is a day long at most, so the index on its start bounds both sides.
    .where(
      sql`${block.startMs} > ${sql.placeholder('fromMs')} - ${sql.raw(String(DAY_MS))} AND ${block.startMs} < ${sql.placeholder('toMs')} AND ${block.endMs} > ${sql.placeholder('fromMs')}`,
    )
    .orderBy(block.startMs, block.endMs)
    .prepare(),
);
const blockById = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(block)
    .where(eq(block.id, sql.placeholder('id')))
    .prepare(),
);
const calendarsInOrder = prepared((orm: ReadHandle['orm']) =>
  orm.select().from(calendar).orderBy(calendar.position, calendar.id).prepare(),
);
const calendarByName = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(calendar)
    .where(sql`${calendar.name} = ${sql.placeholder('name')} COLLATE NOCASE`)
    .prepare(),
);
const eventsOfCalendar = preparedSql<[string], { count: number }>(
  'SELECT count(*) AS count FROM event WHERE calendar_id = ?',
);
const futureBlockIds = preparedSql<[string, number], { id: string }>(
  'SELECT id FROM block WHERE task_id = ? AND start_ms >= ?',
);

/** Events by themselves and changed occurrences whose kept instants touch the range; series are not among them. Floating ones lie up to a day beside it (see {@link event}). */
export function eventsBetween(handle: ReadHandle, fromMs: number, toMs: number): EventRow[] {
  const ids = eventIdsBetween(handle)
    .all({ fromMs: fromMs - DAY_MS, toMs: toMs + DAY_MS })
    .map((row) => row.id);
  return eventsByIds(handle).all({ ids: JSON.stringify(ids) });
}

/** Series that may have an occurrence in the range. */
export function seriesBetween(handle: ReadHandle, fromMs: number, toMs: number): EventRow[] {
  const ids = seriesIdsBetween(handle)
    .all({ fromMs: fromMs - DAY_MS, toMs: toMs + DAY_MS })
    .map((row) => row.id);
  return ids.length === 0 ? [] : eventsByIds(handle).all({ ids: JSON.stringify(ids) });
}

export const findEvents = (handle: ReadHandle, ids: readonly string[]): EventRow[] =>
  ids.length === 0 ? [] : eventsByIds(handle).all({ ids: JSON.stringify(ids) });

/** Which occurrences of some series were changed by themselves. */
export const exceptionKeys = (
  handle: ReadHandle,
  seriesIds: readonly string[],
): { seriesId: string; occurrence: string }[] =>
  seriesIds.length === 0 ? [] : exceptionsOfSeries(handle).all({ ids: JSON.stringify(seriesIds) });

/** The occurrences of a series that were changed by themselves. */
export const exceptionsOf = (handle: ReadHandle, seriesId: string): EventRow[] =>
  exceptionRows(handle).all({ seriesId });

/** Every event of a calendar, series and changed occurrences as they are kept, earliest first. */
export const eventsIn = (handle: ReadHandle, calendarId: string): EventRow[] =>
  eventsInCalendar(handle).all({ calendarId });

const EVENT_TEXT = `title || ' ' || place || ' ' || guests || ' ' || substr(notes, 1, 2000)`;
/** Folding letters costs more than all the rest, and plain ones need none: of ten years nearly every event is written so. */
const HOLDS_ALL = (text: string): string =>
  `NOT EXISTS (SELECT 1 FROM json_each(@words) WHERE instr(${text}, value) = 0)`;
const wordsOfEvents = preparedSql<{ words: string; limit: number }, { id: string }>(
  `SELECT id FROM event
   WHERE CASE WHEN octet_length(${EVENT_TEXT}) = length(${EVENT_TEXT}) THEN ${HOLDS_ALL(`lower(${EVENT_TEXT})`)}
     ELSE ${HOLDS_ALL(`lower(search_text(${EVENT_TEXT}))`)} END
   ORDER BY start_ms DESC LIMIT @limit`,
);
/** More events than this with the same words are no answer. */
const MOST_FOUND = 500;

/** Events that have all words of a text in their title, place, guests or notes, newest first; accents and case don't count. */
export function eventsWithWords(handle: ReadHandle, text: string): string[] {
  const words = searchText(text)
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return wordsOfEvents(handle)
    .all({ words: JSON.stringify(words), limit: MOST_FOUND })
    .map(({ id }) => id);
}

/** How the subscriptions stand that were looked at. */
export const feeds = (handle: ReadHandle): FeedRow[] => allFeeds(handle).all();

export const findEvent = (handle: ReadHandle, id: string): EventRow | undefined => eventById(handle).get({ id });

/** Blocks that overlap the range, with what the calendar shows of their tasks, earliest first. */
export const blocksBetween = (handle: ReadHandle, fromMs: number, toMs: number): BlockTaskRow[] =>
  blocksOverlapping(handle).all({ fromMs, toMs });

export const findBlock = (handle: ReadHandle, id: string): BlockRow | undefined => blockById(handle).get({ id });

export const futureBlocksOf = (handle: ReadHandle, taskId: string, nowMs: number): string[] =>
  futureBlockIds(handle)
    .all(taskId, nowMs)
    .map((row) => row.id);

export const allCalendars = (handle: ReadHandle): CalendarRow[] => calendarsInOrder(handle).all();
export const findCalendarNamed = (handle: ReadHandle, name: string): CalendarRow | undefined =>
  calendarByName(handle).get({ name });
export const countEvents = (handle: ReadHandle, calendarId: string): number =>
  eventsOfCalendar(handle).get(calendarId)!.count;

export function insertEvent(handle: WriteHandle, row: EventRow): void {
  handle.orm.insert(event).values(row).run();
}

export function updateEvent(handle: WriteHandle, id: string, values: Partial<EventRow>): void {
  handle.orm.update(event).set(values).where(eq(event.id, id)).run();
}

export function deleteEvent(handle: WriteHandle, id: string): void {
  handle.orm.delete(event).where(eq(event.id, id)).run();
}

export function insertBlock(handle: WriteHandle, row: BlockRow): void {
  handle.orm.insert(block).values(row).run();
}

export function updateBlock(handle: WriteHandle, id: string, values: Partial<BlockRow>): void {
  handle.orm.update(block).set(values).where(eq(block.id, id)).run();
}

export function deleteBlock(handle: WriteHandle, id: string): void {
  handle.orm.delete(block).where(eq(block.id, id)).run();
}

export function insertCalendar(handle: WriteHandle, row: typeof calendar.$inferInsert): void {
  handle.orm.insert(calendar).values(row).run();
}

export function updateCalendar(handle: WriteHandle, id: string, values: Partial<CalendarRow>): void {
  handle.orm.update(calendar).set(values).where(eq(calendar.id, id)).run();
}

/** Deletes a calendar; its events go with it. */
export function deleteCalendar(handle: WriteHandle, id: string): void {
  handle.orm.delete(calendar).where(eq(calendar.id, id)).run();
}

import { eq, getTableColumns, sql } from 'drizzle-orm';
import { event, feed, icsItem } from '../schema/calendar.ts';
import { type ReadHandle, type WriteHandle, prepared, preparedSql } from '../store/handles.ts';
import type { EventRow, FeedRow } from './calendar.ts';

export type IcsItemRow = typeof icsItem.$inferSelect;

/** Something that a calendar file became before. */
export interface KnownPart {
  readonly id: string;
  readonly calendarId: string;
  readonly uid: string;
  readonly occurrence: string | null;
  /** The mark of the version that was read; empty for what was made here. */
  readonly mark: string;
  /** Of a to-do or journal entry: the task or entry. */
  readonly targetId: string | null;
}

/** Where the mark of a version ends: it is the first line of what was kept. */
const MARK = `CASE WHEN properties LIKE '!hash %' THEN substr(properties, 7, instr(properties || char(10), char(10)) - 7) ELSE '' END`;
const OWN_CALENDARS = `calendar_id IN (SELECT id FROM calendar WHERE feed_url IS NULL)`;

const eventsWithUids = preparedSql<{ uids: string; calendarId: string | null }, KnownPart>(
  `SELECT id, calendar_id AS calendarId, uid, occurrence, ${MARK} AS mark, NULL AS targetId FROM event
   WHERE uid IN (SELECT value FROM json_each(@uids)) AND uid <> ''
     AND CASE WHEN @calendarId IS NULL THEN ${OWN_CALENDARS} ELSE calendar_id = @calendarId END
   ORDER BY created_at_ms, id`,
);
/** Events made here go by their id: `<id>@braindump`. */
const eventsWithOwnUids = preparedSql<{ uids: string; calendarId: string | null }, KnownPart>(
  `SELECT e.id, e.calendar_id AS calendarId, coalesce(e.series_id, e.id) || '@braindump' AS uid, e.occurrence, '' AS mark, NULL AS targetId
   FROM json_each(@uids) AS asked
   JOIN event AS e ON e.id = asked.value OR e.series_id = asked.value
   WHERE e.uid = '' AND CASE WHEN @calendarId IS NULL THEN e.${OWN_CALENDARS} ELSE e.calendar_id = @calendarId END`,
);
const itemsWithUids = preparedSql<{ uids: string; calendarId: string | null }, KnownPart>(
  `SELECT i.id, i.calendar_id AS calendarId, i.uid, i.occurrence, ${MARK} AS mark, i.target_id AS targetId FROM ics_item AS i
   WHERE i.uid IN (SELECT value FROM json_each(@uids))
     AND CASE WHEN @calendarId IS NULL THEN i.${OWN_CALENDARS} ELSE i.calendar_id = @calendarId END
     AND CASE i.kind WHEN 'task' THEN EXISTS (SELECT 1 FROM task WHERE task.id = i.target_id) ELSE EXISTS (SELECT 1 FROM entry WHERE entry.id = i.target_id) END
   ORDER BY i.id`,
);
const itemsInCalendar = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(icsItem)
    .where(eq(icsItem.calendarId, sql.placeholder('calendarId')))
    .orderBy(icsItem.id)
    .prepare(),
);
const feedOfCalendar = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(feed)
    .where(eq(feed.calendarId, sql.placeholder('calendarId')))
    .prepare(),
);

const columns = Object.entries(getTableColumns(event));
const insertEventRow = preparedSql<Record<string, unknown>, never>(
  `INSERT INTO event (${columns.map(([, column]) => column.name).join(', ')}) VALUES (${columns.map(([key]) => `@${key}`).join(', ')})`,
);

/** @param calendarId only in this one; null is all that are not subscribed to */
export function knownEvents(handle: ReadHandle, uids: readonly string[], calendarId: string | null): KnownPart[] {
  const own = uids.filter((uid) => /^[0-9a-f-]{36}@braindump$/.test(uid)).map((uid) => uid.slice(0, 36));
  return [
    ...eventsWithUids(handle).all({ uids: JSON.stringify(uids), calendarId }),
    ...(own.length === 0 ? [] : eventsWithOwnUids(handle).all({ uids: JSON.stringify(own), calendarId })),
  ];
}

/** To-dos and journal entries whose task or entry is still there. */
export const knownItems = (handle: ReadHandle, uids: readonly string[], calendarId: string | null): KnownPart[] =>
  uids.length === 0 ? [] : itemsWithUids(handle).all({ uids: JSON.stringify(uids), calendarId });

export const itemsIn = (handle: ReadHandle, calendarId: string): IcsItemRow[] =>
  itemsInCalendar(handle).all({ calendarId });

/** The same as inserting by drizzle, in a tenth of the time: files hold thousands. */
export function insertEventFast(handle: WriteHandle, row: EventRow): void {
  insertEventRow(handle).run({ ...row, allDay: Number(row.allDay), busy: Number(row.busy) });
}

export function insertIcsItem(handle: WriteHandle, row: IcsItemRow): void {
  handle.orm.insert(icsItem).values(row).run();
}

export function updateIcsItem(handle: WriteHandle, id: string, values: Partial<IcsItemRow>): void {
  handle.orm.update(icsItem).set(values).where(eq(icsItem.id, id)).run();
}

export const findFeed = (handle: ReadHandle, calendarId: string): FeedRow | undefined =>
  feedOfCalendar(handle).get({ calendarId });

/** How a subscription stands; outside the ledger. */
export function saveFeed(handle: WriteHandle, row: FeedRow): void {
  handle.orm.insert(feed).values(row).onConflictDoUpdate({ target: feed.calendarId, set: row }).run();
}

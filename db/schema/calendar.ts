import type { EventStatus, FeedState } from '#contract/calendar';
import type { PaletteColor } from '#contract/tasks';
import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LedgeredTable } from './ledgered.ts';

export const calendar = sqliteTable('calendar', {
  id: text().primaryKey(),
  name: text().notNull(),
  color: text().$type<PaletteColor>().notNull(),
  position: real().notNull(),
  hidden: integer({ mode: 'boolean' }).notNull().default(false),
  /** Where events without a calendar go; with none marked, the first that can be written to. */
  isDefault: integer('is_default', { mode: 'boolean' }).notNull().default(false),
  /** The address it is subscribed to; such a calendar is only read. */
  feedUrl: text('feed_url'),
  /** The person agreed that it is not encrypted, or inside their own network. */
  feedConfirmed: integer('feed_confirmed', { mode: 'boolean' }).notNull().default(false),
  feedEveryMin: integer('feed_every_min').notNull().default(60),
  /** iCalendar lines of its file that have no column: X- properties, VTIMEZONE and components that are not known. */
  properties: text().notNull().default(''),
});

export const event = sqliteTable('event', {
  id: text().primaryKey(),
  calendarId: text('calendar_id').notNull(),
  title: text().notNull(),
  notes: text().notNull().default(''),
  place: text().notNull().default(''),
  /** `YYYY-MM-DDTHH:mm`, or a day when it is all-day. */
  startLocal: text('start_local').notNull(),
  /** Exclusive. */
  endLocal: text('end_local').notNull(),
  /** Null floats: the same wall-clock time wherever the person is. */
  zone: text(),
  allDay: integer('all_day', { mode: 'boolean' }).notNull().default(false),
  busy: integer({ mode: 'boolean' }).notNull().default(true),
  /** Derived: the instants in its zone; a floating event is kept as if in UTC, at most a day from where it will be. */
  startMs: integer('start_ms').notNull(),
  endMs: integer('end_ms').notNull(),
  createdAtMs: integer('created_at_ms').notNull(),
  url: text().notNull().default(''),
  guests: text().notNull().default(''),
  travelMin: integer('travel_min').notNull().default(0),
  status: text().$type<EventStatus>().notNull().default('confirmed'),
  /** Its UID in the file it came from; empty when it was made here (its id is its name then). */
  uid: text().notNull().default(''),
  /** iCalendar lines (RRULE, RDATE, EXDATE, EXRULE), one a line. Not empty makes it a series. */
  recurrence: text().notNull().default(''),
  /** An occurrence of this series that was changed by itself, and the start it would have had (as `startLocal`). */
  seriesId: text('series_id'),
  occurrence: text(),
  /** Derived, of a series: no occurrence ends later. */
  untilMs: integer('until_ms'),
  /** iCalendar lines that the columns don't give back: unknown properties, parameters, alarms. */
  properties: text().notNull().default(''),
});

/** How a subscription stands; outside the ledger. */
export const feed = sqliteTable('feed', {
  calendarId: text('calendar_id').primaryKey(),
  state: text().$type<FeedState>().notNull(),
  etag: text(),
  lastModified: text('last_modified'),
  /** Of what was read last: the same again changes nothing. */
  hash: text(),
  triedAtMs: integer('tried_at_ms').notNull(),
  succeededAtMs: integer('succeeded_at_ms'),
  nextAtMs: integer('next_at_ms').notNull(),
});

export const icsItem = sqliteTable('ics_item', {
  id: text().primaryKey(),
  calendarId: text('calendar_id').notNull(),
  kind: text({ enum: ['task', 'entry'] }).notNull(),
  targetId: text('target_id').notNull(),
  uid: text().notNull(),
  occurrence: text(),
  properties: text().notNull(),
});

export const block = sqliteTable('block', {
  id: text().primaryKey(),
  taskId: text('task_id').notNull(),
  startMs: integer('start_ms').notNull(),
  endMs: integer('end_ms').notNull(),
  pinned: integer({ mode: 'boolean' }).notNull().default(false),
  reason: text().notNull().default(''),
  createdAtMs: integer('created_at_ms').notNull(),
});

export const calendarTables: readonly LedgeredTable[] = [
  { table: calendar },
  {
    table: event,
    longText: [event.notes],
    search: { kind: 'event', title: event.title, body: event.notes, atMs: event.startMs },
  },
  { table: icsItem },
  { table: block },
];

import { z } from 'zod';
import { NOT_FOUND, call, id, title, userText } from './refusals.ts';
import { paletteColor, taskStatus } from './tasks.ts';
import { day, instantMs, localDateTime, zoneName } from './time.ts';

export const feedState = z.enum(['fresh', 'offline', 'unauthorised', 'gone', 'broken']);

/** What a calendar is subscribed to, and how the last look at it went. */
export const feed = z.object({
  url: z.string(),
  everyMin: z.int(),
  state: feedState,
  /** The last look, and the last one that brought something; null while there was none. */
  triedAtMs: instantMs.nullable(),
  succeededAtMs: instantMs.nullable(),
});

export const calendar = z.object({
  id,
  name: z.string(),
  color: paletteColor,
  position: z.number(),
  /** Its events are not shown; they take their time all the same. */
  hidden: z.boolean(),
  /** New events go there. */
  isDefault: z.boolean(),
  /** Null for a calendar of one's own. A subscribed one can't be changed by hand. */
  feed: feed.nullable(),
});

/**
 * When an event is, as it was entered. Timed ones are wall-clock times of their zone, or of wherever the person is (zone
 * null). All-day ones are days, and `endLocal` is the day after the last.
 */
const when = {
  allDay: z.boolean(),
  startLocal: z.union([day, localDateTime]),
  endLocal: z.union([day, localDateTime]),
  zone: zoneName.nullable(),
};

export const eventStatus = z.enum(['confirmed', 'tentative', 'cancelled']);

/**
 * Names one occurrence: the id of an event, or of a series and the start its rule gave the occurrence, as
 * `<id>@2026-11-23T09:30` (`<id>@2026-11-23` when all-day).
 */
export const instanceId = z
  .string()
  .regex(/^[0-9a-f-]{36}(@\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?)?$/, 'That names no event.');

/** One event at one time: an event by itself, or an occurrence of a series. */
export const event = z.object({
  id: instanceId,
  /** The row it is kept in: the series of an occurrence, or its own. */
  eventId: id,
  /** The series it belongs to; null when it happens once. */
  seriesId: id.nullable(),
  /** The start its series gave it, whatever it was moved to; null when it happens once. */
  occurrence: z.string().nullable(),
  recurring: z.boolean(),
  /** An occurrence that was changed by itself. */
  hasException: z.boolean(),
  /** iCalendar lines of its series, such as `RRULE:FREQ=WEEKLY;INTERVAL=2`; empty when it happens once. */
  recurrence: z.array(z.string()),
  calendarId: id,
  title: z.string(),
  notes: z.string(),
  place: z.string(),
  ...when,
  /** Whether its time is taken when tasks are planned. */
  busy: z.boolean(),
  url: z.string(),
  /** Names or addresses, as they were typed; a line each. */
  guests: z.string(),
  /** How long the way there takes; planned as busy before it. */
  travelMin: z.int(),
  status: eventStatus,
  /** The stretch of time it is for the user now; a floating event follows their zone. */
  startMs: instantMs,
  endMs: instantMs,
  createdAtMs: instantMs,
});

/** Time the plan or the person gives to a task. */
export const block = z.object({
  id,
  taskId: id,
  startMs: instantMs,
  endMs: instantMs,
  /** A pinned block is never moved by a plan. */
  pinned: z.boolean(),
  /** Why the plan put it there; empty when a person did. */
  reason: z.string(),
  createdAtMs: instantMs,
});

export const blockOfTask = block.extend({
  task: z.object({ title: z.string(), status: taskStatus, priority: z.int(), dueDay: day.nullable() }),
});

/** An open task that has no time ahead of it. */
export const taskToPlan = z.object({
  id,
  title: z.string(),
  estimateMin: z.int().nullable(),
  priority: z.int(),
  dueDay: day.nullable(),
  doDay: day.nullable(),
  project: z.string().nullable(),
});

/** A day with something on it: how many things, and the minutes of it that are taken. */
export const dayLoad = z.object({ day, count: z.int(), busyMin: z.int() });

const details = {
  calendarId: id,
  title,
  notes: userText(200_000),
  place: userText(2_000),
  busy: z.boolean(),
  url: userText(2_000),
  guests: userText(20_000),
  travelMin: z.int().min(0).max(1440),
  status: eventStatus,
  /** RRULE, RDATE and EXDATE lines; an empty list ends the repeating. */
  recurrence: z.array(userText(4_000)).max(1_000),
};

export const newEvent = z
  .object({ ...details, zone: when.zone })
  .partial()
  .required({ title: true })
  .extend({ allDay: when.allDay.default(false), startLocal: when.startLocal, endLocal: when.endLocal });

export const eventChange = z.object({ ...details, ...when }).partial();

/** How much of a series a change means. An event that happens once is the same under each. */
export const scope = z.enum(['this', 'following', 'all']);

export const newBlock = z.object({ taskId: id, startMs: instantMs, endMs: instantMs });

const calendarName = userText(200).transform((text) => text.replace(/\s+/gu, ' ').trim());

/** What can be wrong with a time. Each has its field: the screen shows the sentence beside it. */
const badTime = {
  NO_SUCH_TIME: {
    message: 'The calendar has no such day or time.',
    data: z.object({ field: z.enum(['startLocal', 'endLocal']) }),
  },
  NO_SUCH_ZONE: { message: 'There is no such time zone.', data: z.object({ field: z.literal('zone') }) },
  ENDS_BEFORE_START: {
    message: 'It ends before it begins. Choose a later end.',
    data: z.object({ field: z.literal('endLocal') }),
  },
  TOO_LONG: {
    message: 'That is longer than ten years. Choose an earlier end.',
    data: z.object({ field: z.literal('endLocal') }),
  },
} as const;

const badRule = {
  NO_SUCH_RULE: {
    message: 'It can’t repeat like that. Choose how often it repeats again.',
    data: z.object({ field: z.literal('recurrence') }),
  },
  RULE_OF_SERIES: {
    message: 'How it repeats belongs to all of them. Change all, or this and those after it.',
    data: z.object({ field: z.literal('recurrence') }),
  },
} as const;

const subscribed = {
  READ_ONLY_CALENDAR: {
    message: 'This calendar is subscribed to: it is changed where it comes from. Duplicate the event to have your own.',
  },
} as const;

const badBlock = {
  ENDS_BEFORE_START: {
    message: 'It ends before it begins. Choose a later end.',
    data: z.object({ field: z.literal('endLocal') }),
  },
  TOO_LONG: { message: 'A block is a day long at most.', data: z.object({ field: z.literal('endLocal') }) },
} as const;

const badName = {
  NAME_MISSING: { message: 'A calendar needs a name.' },
  NAME_TAKEN: { message: 'Another calendar has this name already.' },
} as const;

/** A whole file, as base64: bytes, since its encoding is part of what must be found out. */
const fileContent = z.string().max(140_000_000);

const noCalendarFile = {
  FILE_EMPTY: { message: 'This file is empty.' },
  FILE_CONTACTS: { message: 'These are contacts (vCard), not a calendar. Choose an .ics file.' },
  FILE_PAGE: { message: 'This is a web page, not a calendar. Look for a link to its .ics file.' },
  FILE_OTHER: { message: 'This is no calendar file. Choose one that ends in .ics.' },
  FILE_TOO_LARGE: { message: 'This file is larger than 100 MB. Export a part of it where it comes from.' },
} as const;

const fileCount = z.object({ added: z.int(), changed: z.int(), there: z.int() });

/** A part of a file that can't be used. `why` goes on after "because". */
export const skippedPart = z.object({ component: z.string(), line: z.int(), why: z.string() });

/** What becomes, or became, of a calendar file. */
export const icsReport = z.object({
  /** What the file calls itself. */
  name: z.string().nullable(),
  /** New ones, those that replace what an older version of the file brought, and those that are here already. */
  events: fileCount,
  tasks: fileCount,
  entries: fileCount,
  /** How many of the events repeat. */
  series: z.int(),
  /** The first and last day on which something begins; null without events. */
  days: z.object({ first: day, last: day }).nullable(),
  /** Time zones, free-busy times and unknown parts: nothing is made of them, and an export gives them back. */
  kept: z.int(),
  skipped: z.array(skippedPart),
  /** What was read otherwise than it says, such as a time zone nobody knows. */
  remarks: z.array(z.object({ text: z.string(), count: z.int() })),
});

export const icsPreview = icsReport.extend({
  /** The first of what will be made. */
  first: z.array(
    z.object({
      kind: z.enum(['event', 'task', 'entry']),
      title: z.string(),
      /** A day or wall-clock time; null for what has none. */
      startLocal: z.string().nullable(),
      zone: zoneName.nullable(),
      recurring: z.boolean(),
      becomes: z.enum(['added', 'changed']),
    }),
  ),
});

const badFeed = {
  ADDRESS_INVALID: { message: 'That is no address of a calendar. It begins with https:// or webcal://.' },
  ADDRESS_PRIVATE: {
    message: 'That address is inside your own network. If you know it, confirm that Braindump may read it.',
  },
  ADDRESS_INSECURE: {
    message: 'That address is not encrypted: others on the way can read the calendar. Confirm it, or use https://.',
  },
  ALREADY_SUBSCRIBED: { message: 'You are subscribed to this address already.' },
  FEED_OFFLINE: { message: 'The address could not be reached. Check your connection and try again.' },
  FEED_UNAUTHORISED: {
    message: 'The address asks for a password or a new secret link. Copy it again from where you got it.',
  },
  FEED_GONE: { message: 'There is no calendar at this address any more.' },
  FEED_BROKEN: { message: 'The address answers, but not with a calendar.' },
} as const;

/** What leaves this computer is a request to that address, and nothing about what is in Braindump. */
const feedAddress = z.object({
  url: userText(4_000),
  /** The person agreed to an address that is not encrypted, or inside their own network. */
  isConfirmed: z.boolean().default(false),
});

const missing = call.errors({ NOT_FOUND });
const byId = z.object({ id });
/** Without a scope only the occurrence that is named is meant, or all of a series whose id was given by itself. */
const instance = z.object({ id: instanceId, scope: scope.optional() });

export const calendarContract = {
  /**
   * What lies between two instants, at most 400 days apart, earliest first. Each occurrence of a series is an event of its
   * own. Hidden calendars are left out unless asked for.
   */
  range: call
    .errors({ TOO_WIDE: { message: 'That is more than 400 days at once.' } })
    .input(z.object({ fromMs: instantMs, toMs: instantMs, withHidden: z.boolean().optional() }))
    .output(z.object({ events: z.array(event), blocks: z.array(blockOfTask), calendars: z.array(calendar) })),
  /** How full each day is that has something on it, from one day to another, inclusive; at most 400. */
  loads: call
    .errors({ TOO_WIDE: { message: 'That is more than 400 days at once.' } })
    .input(z.object({ fromDay: day, toDay: day }))
    .output(z.array(dayLoad)),
  /** Open tasks without a block that is still to come, the most pressing first; what was put off without a day is left out. */
  toPlan: call.input(z.object({ limit: z.int().min(1).max(1_000).default(500) })).output(z.array(taskToPlan)),
  /** A series by its own id answers with its next occurrence, or its last one when it is over. */
  event: missing.input(z.object({ id: instanceId })).output(event),
  /** Events with these words, soonest first and then what is past, newest first. A series counts once. */
  search: call
    .input(z.object({ text: userText(400), limit: z.int().min(1).max(200).default(50) }))
    .output(z.array(event)),
  /** Without a calendar it goes to the default one; with none yet, one is made. */
  createEvent: missing.errors(badTime).errors(badRule).errors(subscribed).input(newEvent).output(event),
  updateEvent: missing
    .errors(badTime)
    .errors(badRule)
    .errors(subscribed)
    .input(instance.extend({ change: eventChange }))
    .output(event),
  /** Gives it another time and nothing else. */
  moveEvent: missing.errors(badTime).errors(badRule).errors(subscribed).input(instance.extend(when)).output(event),
  /** A copy at the same time, beside it, that happens once; in the default calendar when its own is only read. */
  duplicateEvent: missing.input(z.object({ id: instanceId })).output(event),
  removeEvent: missing.errors(subscribed).input(instance).output(z.void()),
  createBlock: missing.errors(badBlock).input(newBlock).output(block),
  /** A block put somewhere by hand is pinned there. */
  moveBlock: missing
    .errors(badBlock)
    .input(byId.extend({ startMs: instantMs, endMs: instantMs }))
    .output(block),
  pinBlock: missing.input(byId.extend({ pinned: z.boolean() })).output(block),
  removeBlock: missing.input(byId).output(z.void()),
  calendars: call.output(z.array(calendar)),
  createCalendar: call
    .errors(badName)
    .input(z.object({ name: calendarName, color: paletteColor.optional() }))
    .output(calendar),
  updateCalendar: missing
    .errors(badName)
    .errors(subscribed)
    .input(
      byId.extend({
        name: calendarName.optional(),
        color: paletteColor.optional(),
        hidden: z.boolean().optional(),
        /** Marks it as the one new events go to, instead of the one before. */
        isDefault: z.literal(true).optional(),
        /** Its place in the list. */
        position: z.number().optional(),
        /** How often a subscribed one is looked at. */
        everyMin: z.int().min(5).max(10_080).optional(),
      }),
    )
    .output(calendar),
  /** Deletes a calendar with its events. */
  removeCalendar: missing.input(byId).output(z.object({ removedEvents: z.int() })),
  /** What a file would become; writes nothing. */
  previewIcs: call
    .errors(noCalendarFile)
    .input(z.object({ content: fileContent }))
    .output(icsPreview),
  /** Takes a file in, as one change that undo takes back: into a calendar, or a new one of its name or the given one. */
  importIcs: missing
    .errors(noCalendarFile)
    .errors(subscribed)
    .input(z.object({ content: fileContent, calendarId: id.optional(), name: calendarName.optional() }))
    .output(icsReport.extend({ calendarId: id.nullable() })),
  /**
   * Calendars as one .ics file: all or one, whole or what touches a stretch of time; or one event of them, a series with
   * all of its occurrences.
   */
  exportIcs: missing
    .input(
      z.object({
        calendarId: id.optional(),
        eventId: id.optional(),
        fromMs: instantMs.optional(),
        toMs: instantMs.optional(),
      }),
    )
    .output(z.object({ fileName: z.string(), text: z.string() })),
  /** Reads an address once, to show what is there. */
  previewFeed: call.errors(badFeed).errors(noCalendarFile).input(feedAddress).output(icsPreview),
  /** Adds a calendar that follows an address. */
  subscribe: call
    .errors(badFeed)
    .errors(badName)
    .errors(noCalendarFile)
    .input(
      feedAddress.extend({
        name: calendarName.optional(),
        color: paletteColor.optional(),
        everyMin: z.int().min(5).max(10_080).default(60),
      }),
    )
    .output(calendar),
  /** Looks at the address of a calendar now. How that went is in its `feed`. */
  refresh: missing.input(byId).output(calendar),
  /** Ends a subscription: its events go, or stay as a calendar of one's own. */
  unsubscribe: missing.input(byId.extend({ keepEvents: z.boolean() })).output(z.void()),
};

export type Calendar = z.infer<typeof calendar>;
export type CalendarEvent = z.infer<typeof event>;
export type TaskToPlan = z.infer<typeof taskToPlan>;
export type NewEvent = z.input<typeof newEvent>;
export type EventChange = z.input<typeof eventChange>;
export type DayLoad = z.infer<typeof dayLoad>;
export type BlockOfTask = z.infer<typeof blockOfTask>;
export type EventStatus = z.infer<typeof eventStatus>;
export type Scope = z.infer<typeof scope>;
export type FeedState = z.infer<typeof feedState>;
export type IcsReport = z.infer<typeof icsReport>;
export type IcsPreview = z.infer<typeof icsPreview>;

import { z } from 'zod';
import { NOT_FOUND, call, id, title, userText } from './refusals.ts';
import { paletteColor, taskStatus } from './tasks.ts';
import { day, instantMs, localDateTime, zoneName } from './time.ts';

export const calendar = z.object({ id, name: z.string(), color: paletteColor, position: z.number() });

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

export const event = z.object({
  id,
  calendarId: id,
  title: z.string(),
  notes: z.string(),
  place: z.string(),
  ...when,
  /** Whether its time is taken when tasks are planned. */
  busy: z.boolean(),
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

const details = {
  calendarId: id,
  title,
  notes: userText(200_000),
  place: userText(2_000),
  busy: z.boolean(),
};

export const newEvent = z
  .object({ ...details, zone: when.zone })
  .partial()
  .required({ title: true })
  .extend({ allDay: when.allDay.default(false), startLocal: when.startLocal, endLocal: when.endLocal });

export const eventChange = z.object({ ...details, ...when }).partial();

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

const missing = call.errors({ NOT_FOUND });
const byId = z.object({ id });

export const calendarContract = {
  /** What lies between two instants, at most 400 days apart, earliest first. */
  range: call
    .errors({ TOO_WIDE: { message: 'That is more than 400 days at once.' } })
    .input(z.object({ fromMs: instantMs, toMs: instantMs }))
    .output(z.object({ events: z.array(event), blocks: z.array(blockOfTask), calendars: z.array(calendar) })),
  event: missing.input(byId).output(event),
  /** Without a calendar it goes to the first one; with none yet, one is made. */
  createEvent: missing.errors(badTime).input(newEvent).output(event),
  updateEvent: missing
    .errors(badTime)
    .input(byId.extend({ change: eventChange }))
    .output(event),
  /** Gives it another time and nothing else. */
  moveEvent: missing.errors(badTime).input(byId.extend(when)).output(event),
  /** A copy at the same time, beside it. */
  duplicateEvent: missing.input(byId).output(event),
  removeEvent: missing.input(byId).output(z.void()),
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
    .input(byId.extend({ name: calendarName.optional(), color: paletteColor.optional() }))
    .output(calendar),
  /** Deletes a calendar with its events. */
  removeCalendar: missing.input(byId).output(z.object({ removedEvents: z.int() })),
};

export type Calendar = z.infer<typeof calendar>;
export type CalendarEvent = z.infer<typeof event>;
export type NewEvent = z.input<typeof newEvent>;
export type EventChange = z.input<typeof eventChange>;
export type BlockOfTask = z.infer<typeof blockOfTask>;

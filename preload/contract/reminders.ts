import { z } from 'zod';
import { instanceId } from './calendar.ts';
import { reminderEmail } from './reminder-email.ts';
import { NOT_FOUND, call, id, userText } from './refusals.ts';
import { instantMs, localDateTime, zoneName } from './time.ts';

/** What a length of time counts back from: an event's start, a task's due time, the day it is to be done. */
export const reminderAnchor = z.enum(['start', 'due', 'do']);

/** Ways of telling: the list in the window, the system's notifications, e-mail. */
export const reminderChannel = z.enum(['centre', 'native', 'email']);

/** `parked`: given up, or not known whether it arrived. `skipped`: there was nothing to tell any more. */
export const deliveryState = z.enum(['waiting', 'sending', 'delivered', 'parked', 'skipped']);

export const answerKind = z.enum(['snoozed', 'dismissed']);

/** Why a delivery did not arrive, as a class: no text of anybody's. */
export const deliveryError = z.enum([
  'NOT_SHOWN',
  'UNREACHABLE',
  'TIMEOUT',
  'BUSY',
  'LIMITED',
  'SERVER',
  'AUTH',
  'REFUSED',
  'NOT_SET_UP',
  /** It may have arrived, and is not sent again by itself. */
  'UNSURE',
]);

/** A task, an event, or one occurrence of a series (`<series>@<start>`); the id of a series means each of its occurrences. */
export const reminderSubject = z.union([z.object({ taskId: id }), z.object({ eventId: instanceId })]);

const offsetMin = z
  .int()
  .min(0)
  .max(366 * 1_440, 'A reminder comes a year before at most.');

/** When to tell: so long before the thing, or at a wall-clock time (of a zone, or wherever the person is). */
export const reminderWhen = z.union([
  z.object({ anchor: reminderAnchor, offsetMin }),
  z.object({ atLocal: localDateTime, zone: zoneName.nullable().default(null) }),
]);

export const reminder = z.object({
  id,
  taskId: id.nullable(),
  eventId: id.nullable(),
  /** The one occurrence of its series that is meant; null means each. */
  occurrence: z.string().nullable(),
  anchor: reminderAnchor.nullable(),
  offsetMin: offsetMin.nullable(),
  atLocal: z.string().nullable(),
  zone: zoneName.nullable(),
  /** "15 min before"; null for a wall-clock time. */
  words: z.string().nullable(),
  /** When it tells next; null when it has, or its thing has no time. */
  nextMs: instantMs.nullable(),
});

/** Names a moment of a reminder. */
export const alarmId = z.string().min(1).max(200);

/** Something that was told and waits for an answer. */
export const toldReminder = z.object({
  alarmId,
  reminderId: id,
  taskId: id.nullable(),
  /** The occurrence, where there is one. */
  eventId: instanceId.nullable(),
  title: z.string(),
  place: z.string(),
  /** When it was to be told, and when it was. */
  dueMs: instantMs,
  toldAtMs: instantMs,
  /** It was told later than it should, since the program was closed or the machine asleep. */
  isLate: z.boolean(),
  /** When the thing is; null when it has no time. */
  thingMs: instantMs.nullable(),
  thingAllDay: z.boolean(),
  /** Put off until then; null when it is not. */
  snoozedUntilMs: instantMs.nullable(),
  /** Where the window shows it. */
  route: z.string(),
});

export const delivery = z.object({
  id: z.int(),
  channel: reminderChannel,
  state: deliveryState,
  attempts: z.int(),
  nextTryMs: instantMs.nullable(),
  error: deliveryError.nullable(),
  atMs: instantMs,
  dueMs: instantMs,
  /** What it is about; null when that is gone. */
  title: z.string().nullable(),
});

const missing = call.errors({ NOT_FOUND });
const alarmIds = z.array(alarmId).min(1).max(1_000);
const setting = missing.errors({
  REMINDER_THERE: { message: 'There is such a reminder already.' },
  TOO_MANY_REMINDERS: { message: 'That is more than 20 reminders for one thing.' },
  NO_SUCH_TIME: { message: 'There is no such time.', data: z.object({ field: z.string() }) },
});

/** How long a reminder is put off: by minutes, to a part of the day, or to an instant. */
export const snoozeUntil = z.union([
  z.object({
    minutes: z
      .int()
      .min(1)
      .max(366 * 1_440),
  }),
  z.object({ preset: z.enum(['evening', 'tomorrow']) }),
  z.object({ atMs: instantMs }),
  z.object({ words: userText(200) }),
]);

/** The account without what the program notes of it. */
export const emailAccount = reminderEmail.omit({ agreedAtMs: true });

const badEmail = {
  EMAIL_INSECURE: { message: 'Without encryption others on the way read along. Choose TLS or STARTTLS.' },
  EMAIL_HOST_MISSING: { message: 'Give the name of the mail server, such as smtp.example.org.' },
  EMAIL_SECRET_MISSING: { message: 'The password or key is missing.' },
} as const;
const notSent = {
  EMAIL_UNREACHABLE: { message: 'The server could not be reached. Check its name and port, and your connection.' },
  EMAIL_BUSY: { message: 'The server asks to come back later. Reminders are tried again by themselves.' },
  EMAIL_AUTH: { message: 'The server did not accept the name and password, or the key.' },
  EMAIL_REFUSED: { message: 'The server refused the message. Check both addresses and the encryption.' },
  EMAIL_UNSURE: { message: 'The message was sent, and no answer came. Look whether it arrived.' },
} as const;
/** The person agrees that titles, times and places go to that server. A secret that is left out stays as it is. */
const agreedAccount = z.object({
  account: emailAccount,
  secret: z.string().min(1).max(2_000).optional(),
  isAgreed: z.literal(true, 'Agree first that reminders go to this server.'),
});

export const remindersContract = {
  /** The reminders of a thing, earliest first. */
  of: call.input(reminderSubject).output(z.array(reminder)),
  add: setting.input(z.object({ subject: reminderSubject, when: reminderWhen })).output(reminder),
  /** What words would become; null when they say no such thing. Writes nothing. */
  readWords: call
    .input(z.object({ subject: reminderSubject, text: userText(200) }))
    .output(z.object({ when: reminderWhen, words: z.string() }).nullable()),
  change: setting.input(z.object({ id, when: reminderWhen })).output(reminder),
  remove: missing.input(z.object({ id })).output(z.void()),
  /** What was told in the last 30 days and is not answered, newest first; `count` is how many wait. */
  centre: call.output(z.object({ count: z.int(), items: z.array(toldReminder) })),
  /** @returns until when */
  snooze: missing
    .errors({ NO_SUCH_TIME: { message: 'That is no time to come. Say for example “in 2 hours” or “friday 9am”.' } })
    .input(z.object({ alarmIds, until: snoozeUntil }))
    .output(z.object({ untilMs: instantMs })),
  dismiss: missing.input(z.object({ alarmIds })).output(z.void()),
  /** Completes the tasks they are about, and answers them all. */
  done: missing.input(z.object({ alarmIds })).output(z.void()),
  /** The newest deliveries, and those that are stuck first. */
  deliveries: call
    .input(z.object({ limit: z.int().min(1).max(500).default(100) }))
    .output(z.object({ stuck: z.array(delivery), latest: z.array(delivery), waiting: z.int() })),
  /** Tries a parked delivery again, from its first attempt. */
  retryDelivery: missing.input(z.object({ id: z.int() })).output(z.void()),
  /** Leaves a parked or waiting delivery at that. */
  skipDelivery: missing.input(z.object({ id: z.int() })).output(z.void()),
  /** How reminders are mailed; the password never comes back. */
  email: call.output(
    z.object({
      account: reminderEmail.nullable(),
      hasSecret: z.boolean(),
      /** What guards the password here. */
      guard: z.enum(['keychain', 'key-file']),
    }),
  ),
  saveEmail: call.errors(badEmail).input(agreedAccount).output(z.void()),
  removeEmail: call.output(z.void()),
  /** Mails one line that holds nothing of the person's. */
  sendTest: call.errors(badEmail).errors(notSent).input(agreedAccount).output(z.void()),
};

export type ReminderAnchor = z.infer<typeof reminderAnchor>;
export type ReminderChannel = z.infer<typeof reminderChannel>;
export type DeliveryState = z.infer<typeof deliveryState>;
export type DeliveryError = z.infer<typeof deliveryError>;
export type AnswerKind = z.infer<typeof answerKind>;
export type ReminderSubject = z.infer<typeof reminderSubject>;
export type ReminderWhen = z.input<typeof reminderWhen>;
export type Reminder = z.infer<typeof reminder>;
export type ToldReminder = z.infer<typeof toldReminder>;
export type Delivery = z.infer<typeof delivery>;
export type EmailAccount = z.infer<typeof emailAccount>;
export type SnoozeUntil = z.infer<typeof snoozeUntil>;

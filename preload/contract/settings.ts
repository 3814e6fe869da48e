import { z } from 'zod';
import { lunchBreak, workingHours } from './plan.ts';
import { missedRule } from './recurrence.ts';
import { call } from './refusals.ts';
import { reminderEmail } from './reminder-email.ts';
import { timeOfDay, zoneName } from './time.ts';

/** Hours a day can hold: each stretch ends after it begins, and none begins before the one above it has ended. */
const possibleHours = workingHours.refine(
  (hours) =>
    Object.values(hours).every((stretches) =>
      (stretches ?? []).every(([from, to], at, all) => from < to && (at === 0 || all[at - 1]![1] <= from)),
    ),
  'Each stretch of working hours begins after the one before it and ends after it begins.',
);

/** Whole minutes within bounds, which the sentence names. */
const minutes = (least: number, most: number) =>
  z.int('Choose whole minutes.').min(least, `Choose at least ${least} min.`).max(most, `Choose ${most} min at most.`);

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Everything a person can set, with what holds until they do. */
export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
  /** Minutes after midnight at which the person's day begins. */
  dayStartMin: z.int().min(0).max(720, 'A day can begin at noon at the latest.').default(0),
  /** Null follows the machine. */
  zone: zoneName.nullable().default(null),
  /** Hours of another place stand beside those of here on the calendar; null for none. */
  secondZone: zoneName.nullable().default(null),
  weekStart: z.enum(['monday', 'sunday', 'saturday']).default('monday'),
  workingHours: possibleHours.default({
    mon: [['09:00', '17:00']],
    tue: [['09:00', '17:00']],
    wed: [['09:00', '17:00']],
    thu: [['09:00', '17:00']],
    fri: [['09:00', '17:00']],
  }),
  /** Kept free between an event and a planned block. */
  bufferMin: minutes(0, 120).default(5),
  /** Kept free for a break on each working day; null for none. */
  lunch: lunchBreak
    .refine(
      ({ from, to, durationMin }) => minuteOf(from) + durationMin <= minuteOf(to),
      'Lunch has to fit between its earliest and latest time.',
    )
    .nullable()
    .default({ from: '12:00', to: '14:00', durationMin: 45 }),
  /** At most so much planned, or demanding, work a day; null for no limit. */
  mostPlannedMin: minutes(15, 1_440).nullable().default(null),
  mostDemandingMin: minutes(15, 1_440).nullable().default(null),
  /** Of the time that events leave, so much stays free. */
  keepFreePercent: z.int().min(0).max(80, 'Keep 80 % free at most.').default(0),
  /** What becomes of an occurrence of a repeating task whose day passed, unless the task says otherwise. */
  missedTasks: missedRule.default('keep-one'),
  /** What a task without an estimate is planned with. */
  defaultEstimateMin: minutes(5, 480).default(30),
  focusWorkMin: minutes(1, 240).default(25),
  focusBreakMin: minutes(1, 120).default(5),
  focusLongBreakMin: minutes(1, 120).default(15),
  focusRoundsBeforeLongBreak: z.int().min(1).max(12).default(4),
  /** The language the person writes in beside English, for dates and repetitions; null follows the machine. */
  writingLanguage: z.enum(['en', 'de', 'fr', 'es', 'pt', 'it']).nullable().default(null),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('EUR'),
  /** The template a new day's first entry begins with: a kept one's id or the name of one that is offered. */
  dailyTemplate: z.string().max(60).nullable().default(null),
  /** The time of day at which things without a time are told of. */
  reminderAllDayTime: timeOfDay.default('09:00'),
  /** No disturbance between these times of day; what comes due meanwhile waits for the end. Null for never. */
  reminderQuiet: z.object({ from: timeOfDay, to: timeOfDay }).nullable().default(null),
  /** Reminders a new event with a time, and a task that is given a due time, begin with: minutes before. */
  reminderEventMin: z.array(z.int().min(0).max(527_040)).max(5).default([]),
  reminderTaskMin: z.array(z.int().min(0).max(527_040)).max(5).default([]),
  /** Whether the system's notifications are used. */
  reminderNative: z.boolean().default(true),
  /** Where reminders are mailed; null for nowhere. Nothing of the person leaves the machine without it. */
  reminderEmail: reminderEmail.nullable().default(null),
  captureHotkey: z.string().max(60).default('CommandOrControl+Shift+Space'),
});

/** A change of some settings; null-able ones can be set back to null. */
export const settingsChange = z.object(
  Object.fromEntries(
    Object.entries(settings.shape).map(([key, schema]) => [key, schema.removeDefault().optional()]),
  ) as { [K in keyof typeof settings.shape]: z.ZodOptional<ReturnType<(typeof settings.shape)[K]['removeDefault']>> },
);

export const settingsContract = {
  get: call.output(settings),
  update: call
    .errors({ NO_SUCH_ZONE: { message: 'There is no such time zone.' } })
    .input(settingsChange)
    .output(settings),
};

export type Settings = z.infer<typeof settings>;
export type SettingsChange = z.infer<typeof settingsChange>;

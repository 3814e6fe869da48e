import { z } from 'zod';

/** An instant: milliseconds since 1970-01-01T00:00:00Z, as every `...Ms` field. */
export const instantMs = z.int().min(-8.64e15).max(8.64e15);

/** A calendar day as people write it, `YYYY-MM-DD`, years 0 to 9999. 31 February is refused in words. */
export const day = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: 'A day looks like 2026-11-21.', abort: true })
  .refine((text) => new Date(`${text}T00:00:00Z`).toISOString().startsWith(text), 'The calendar has no such day.');

/** A wall-clock time of a day without a zone, `YYYY-MM-DDTHH:mm` (seconds are optional). */
export const localDateTime = z
  .string()
  .regex(
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/,
    'A time looks like 2026-11-21T09:30.',
  );

/** A time of day, `HH:mm`; `24:00` ends a day. */
export const timeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'A time of day looks like 09:30.');

/** An IANA zone name such as `Europe/Vienna`, or `UTC`. */
export const zoneName = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_+\-/]+$/);

/** How much of a moment was said: "friday" is a day, "at 9" an hour, "in march" a month. */
export const grain = z.enum(['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year']);

/** A moment found in plain words. An all-day one has grain `day` and a local time of 00:00:00. */
export const when = z.object({
  /** `YYYY-MM-DDTHH:mm:ss` in `zone`. */
  local: z.string(),
  zone: zoneName,
  /** The same moment in UTC, `YYYY-MM-DDTHH:mm:ssZ`. */
  instant: z.string(),
  grain,
});

export type Day = z.infer<typeof day>;
export type TimeOfDay = z.infer<typeof timeOfDay>;
export type Grain = z.infer<typeof grain>;
export type When = z.infer<typeof when>;

import { z } from 'zod';
import { userText } from './refusals.ts';
import { instantMs } from './time.ts';

const address = userText(320).refine((text) => /^[^\s@<>]+@[^\s@<>]+$/u.test(text), 'That is no e-mail address.');

/** The account reminders are mailed through. Its password or key is kept apart, sealed. */
export const reminderEmail = z.object({
  provider: z.enum(['smtp', 'resend']),
  to: address,
  from: address,
  /** The mail server; of Resend only when its address is another than usual. */
  host: userText(253),
  port: z.int().min(1).max(65_535),
  /** `tls` from the first byte, `starttls` asked for and insisted on, `none` only to this machine. */
  security: z.enum(['tls', 'starttls', 'none']),
  /** Empty when the server asks for no name. */
  user: userText(320),
  /** When the person agreed that titles, times and places of what they are reminded of go there. */
  agreedAtMs: instantMs,
});

export type ReminderEmail = z.infer<typeof reminderEmail>;

import { z } from 'zod';
import { NOT_FOUND, call, id, title, userText } from './refusals.ts';
import { instantMs } from './time.ts';

const fields = z.object({
  name: title,
  /** Markdown with variables such as `{{date}}`, filled in when it is used. */
  body: userText(100_000),
});

export const template = z.object({
  id,
  name: z.string(),
  body: z.string(),
  createdAtMs: instantMs,
});

const missing = call.errors({ NOT_FOUND });

export const templatesContract = {
  /** By name. */
  list: call.output(z.array(template)),
  create: call.input(fields).output(template),
  update: missing.input(z.object({ id, change: fields.partial() })).output(template),
  remove: missing.input(z.object({ id })).output(z.void()),
};

export type Template = z.infer<typeof template>;

import { z } from 'zod';

/** The twelve colours of tags, projects and calendars. */
export const paletteColor = z.enum([
  'rose',
  'red',
  'orange',
  'amber',
  'lime',
  'green',
  'teal',
  'cyan',
  'blue',
  'indigo',
  'violet',
  'slate',
]);

export type PaletteColor = z.infer<typeof paletteColor>;

/** The twelve colours of calendars, tags and projects, in the order a picker shows them. */
export const colorNames = [
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
] as const;

export type ColorName = (typeof colorNames)[number];

/** The class that sets `--c`, `--c-bg` and `--c-ink` for everything inside (base.css). */
export function colorClass(color: ColorName): `c-${ColorName}` {
  return `c-${color}`;
}

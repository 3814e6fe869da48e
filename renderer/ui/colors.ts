import type { PaletteColor } from '#contract/tasks';

/** The contract's twelve colours, in the order a picker shows them; written out so that the window carries no schema. */
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
] as const satisfies readonly PaletteColor[];

export type ColorName = PaletteColor;

/** The class that sets `--c`, `--c-bg` and `--c-ink` for everything inside (base.css). */
export function colorClass(color: ColorName): `c-${ColorName}` {
  return `c-${color}`;
}

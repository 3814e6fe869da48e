import type { Settings } from '#contract/settings';

/** A stretch while it is edited: either end may be missing. */
export interface Stretch {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type WeekdayName = (typeof weekdays)[number];

/** What is wrong with the hours of a day, in words; null when they can be kept. */
export function problemOf(stretches: readonly Stretch[]): string | null {
  for (const [at, { from, to }] of stretches.entries()) {
    if (from === undefined || to === undefined) return 'Give both times, or remove this stretch.';
    if (from >= to) return 'It ends before it begins. Choose a later end.';
    const before = stretches[at - 1]?.to;
    if (before !== undefined && before > from) return 'It begins before the one above it has ended.';
  }
  return null;
}

/** The settings' hours with one day's replaced. */
export function withDay(
  hours: Settings['workingHours'],
  weekday: WeekdayName,
  stretches: readonly Stretch[],
): Settings['workingHours'] {
  return { ...hours, [weekday]: stretches.map(({ from, to }): [string, string] => [from!, to!]) };
}

/** A stretch to begin with: after the last one of the day, or the usual hours. */
export function nextStretch(stretches: readonly Stretch[]): Stretch {
  const last = stretches.at(-1)?.to;
  if (last === undefined)
    return stretches.length === 0 ? { from: '09:00', to: '17:00' } : { from: undefined, to: undefined };
  const hour = Number(last.slice(0, 2));
  const clock = (hours: number): string => `${String(hours).padStart(2, '0')}:00`;
  return hour < 22 ? { from: clock(hour + 1), to: clock(Math.min(24, hour + 3)) } : { from: undefined, to: undefined };
}

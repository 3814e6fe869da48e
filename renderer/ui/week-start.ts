import type { Settings } from '#contract/settings';
import { createContext, useContext } from 'react';

import { firstWeekday } from './format.ts';

const WEEKDAY_OF = { monday: 1, saturday: 6, sunday: 7 } as const satisfies Record<Settings['weekStart'], number>;

/** The day a week starts on by the user's settings; undefined until they are known. Its provider is the window's frame. */
export const WeekStartContext = createContext<Settings['weekStart'] | undefined>(undefined);

/** The first day of a week, 1 Monday to 7 Sunday: as the user has set it, else as it is where they live. */
export function useWeekStart(): number {
  const set = useContext(WeekStartContext);
  return set === undefined ? firstWeekday() : weekdayOfStart(set);
}

/** The weekday that a setting names, 1 Monday to 7 Sunday. */
export function weekdayOfStart(weekStart: Settings['weekStart']): number {
  return WEEKDAY_OF[weekStart];
}

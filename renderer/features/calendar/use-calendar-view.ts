import type { Settings } from '#contract/settings';
import type { Day } from '#contract/time';
import { useGoTo, useSearchParam } from '#renderer/data/navigation.ts';
import { addDays, weekdayOf } from '#renderer/ui/days.ts';
import { weekdayOfStart } from '#renderer/ui/week-start.ts';
import { useCallback, useMemo } from 'react';

export type View = 'day' | 'week';

/** Which days are shown. The address holds them, so that a reload and the way back find them. */
export interface CalendarView {
  readonly view: View;
  readonly day: Day;
  readonly days: readonly Day[];
  show(day: Day, view?: View): void;
  /** A day or week on or back. */
  step(direction: 1 | -1): void;
}

export function useCalendarView(today: Day, weekStart: Settings['weekStart']): CalendarView {
  const goTo = useGoTo();
  const view: View = useSearchParam('view') === 'day' ? 'day' : 'week';
  const asked = useSearchParam('day');
  const day = asked !== undefined && isDay(asked) ? asked : today;
  const days = useMemo(() => (view === 'day' ? [day] : weekOf(day, weekStart)), [view, day, weekStart]);
  const show = useCallback(
    (next: Day, nextView: View = view) => goTo(`/calendar?view=${nextView}&day=${next}`, { replace: true }),
    [goTo, view],
  );
  return { view, day, days, show, step: (direction) => show(addDays(day, direction * (view === 'day' ? 1 : 7))) };
}

function weekOf(day: Day, weekStart: Settings['weekStart']): Day[] {
  const first = addDays(day, -((weekdayOf(day) - weekdayOfStart(weekStart) + 7) % 7));
  return Array.from({ length: 7 }, (_, index) => addDays(first, index));
}

/** Addresses can be typed: only a day that exists is one. */
function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && text > '0001-01-07' && text < '9999-12-25' && addDays(text, 0) === text;
}

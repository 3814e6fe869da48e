import type { Settings } from '#contract/settings';
import type { Day } from '#contract/time';
import { useMemo } from 'react';
import { type View, daysOf, stepped } from './views.ts';

/** Which days are shown, and how. */
export interface Place {
  readonly view: View;
  readonly day: Day;
}

export interface StepPlace extends Place {
  readonly key: string;
  readonly days: readonly Day[];
  readonly isShown: boolean;
}

/**
 * The place that is shown among those a step leads to from where one was last at rest, in order of time.
 *
 * @param settled the place at rest; while one steps it lags behind
 */
export function useStepPlaces(place: Place, settled: Place, weekStart: Settings['weekStart']): readonly StepPlace[] {
  return useMemo(() => {
    const shown = { ...placeAt(place, weekStart), isShown: true };
    if (place.view !== settled.view) return [shown];
    const others = [stepFrom(settled, -1), settled, stepFrom(settled, 1)]
      .map((one) => ({ ...placeAt(one, weekStart), isShown: false }))
      .filter(({ key }) => key !== shown.key);
    return [...others, shown].toSorted((one, other) => (one.days[0]! < other.days[0]! ? -1 : 1));
  }, [place, settled, weekStart]);
}

/** The place so many steps on. */
export function stepFrom({ view, day }: Place, direction: 1 | -1): Place {
  return { view, day: stepped(view, day, direction) };
}

const keptDays = new Map<string, readonly Day[]>();

/** The days of a place are the same ones each time: what shows them is then not drawn again. */
function placeAt({ view, day }: Place, weekStart: Settings['weekStart']): Omit<StepPlace, 'isShown'> {
  const found = daysOf(view, day, weekStart);
  const key = `${view} ${weekStart} ${view === 'month' ? day.slice(0, 7) : found[0]}`;
  const days = keptDays.get(key) ?? found;
  if (keptDays.size > 500) keptDays.clear();
  keptDays.set(key, days);
  return { view, day, days, key };
}

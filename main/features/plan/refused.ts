import type { Refused } from '#contract/plan';
import { addDays, dayBounds, instantOf, logicalDay } from '#main/domain/time/zoned';
import type { Period, Surroundings } from './period.ts';

interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
}

/** The times that refusals rule out for a task in a period. */
export function avoidedBy(
  refused: readonly Refused[],
  taskId: string,
  period: Period,
  { zone, settings }: Surroundings,
): Stretch[] {
  const boundsOf = (day: string): Stretch => dayBounds(day, zone, settings.dayStartMin);
  const halfDays = (half: 'morning' | 'afternoon'): Stretch[] => {
    const found: Stretch[] = [];
    for (let day = period.fromDay; day <= period.toDay; day = addDays(day, 1)) {
      const noonMs = instantOf(`${day}T12:00`, zone);
      const { startMs, endMs } = boundsOf(day);
      found.push(half === 'morning' ? { startMs, endMs: noonMs } : { startMs: noonMs, endMs });
    }
    return found;
  };
  return refused
    .filter((refusal) => refusal.taskId === taskId)
    .flatMap(({ startMs, endMs, why }): Stretch[] => {
      switch (why) {
        case 'here':
          return [{ startMs, endMs }];
        case 'morning':
        case 'afternoon':
          return halfDays(why);
        case 'day':
          return [boundsOf(logicalDay(startMs, zone, settings.dayStartMin))];
        case 'later':
          return [{ startMs: period.fromMs, endMs }];
      }
    });
}

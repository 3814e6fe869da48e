import type { PlanQuestion, Weekday, WorkingHours } from '#contract/plan';
import type { Settings } from '#contract/settings';
import { freeStretches } from '#main/domain/scheduling/free-time';
import { addDays, dayBounds } from '#main/domain/time/zoned';
import { Refusal } from '../refusal.ts';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
/** The hours of a day that has none of its own but may be used this once. */
const ALLOWED_HOURS: [string, string] = ['09:00', '17:00'];
/** Looking further for a working day than this is pointless: there is none. */
const FURTHEST_DAYS = 14;

/** Which days a plan is about. */
export interface Period {
  readonly fromDay: string;
  readonly toDay: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** The now and where of a person. */
export interface Surroundings {
  readonly settings: Settings;
  readonly zone: string;
  readonly today: string;
  readonly nowMs: number;
}

export const weekdayOf = (day: string): Weekday => WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]!;

/** The working hours a plan may use: the person's, and those of the weekdays they allow this once. */
export function hoursFor(settings: Settings, allowed: readonly Weekday[] = []): WorkingHours {
  const extra = allowed.filter((weekday) => (settings.workingHours[weekday] ?? []).length === 0);
  return { ...settings.workingHours, ...Object.fromEntries(extra.map((weekday) => [weekday, [ALLOWED_HOURS]])) };
}

/**
 * The days a question is about. A day or week without any working time left gives way to the next one that has some: on a
 * Saturday, "plan my day" means Monday. Where there are no working hours at all it stays, and the plan says so.
 *
 * @throws Refusal UNTIL_MISSING, UNTIL_PAST
 */
export function periodOf(question: PlanQuestion, around: Surroundings): Period {
  const { today } = around;
  if (question.scope === 'until') {
    if (question.untilDay === undefined) throw new Refusal('UNTIL_MISSING');
    if (question.untilDay < today) throw new Refusal('UNTIL_PAST');
    return periodBetween(today, question.untilDay, around);
  }
  const day = question.day === undefined || question.day < today ? today : question.day;
  const lengthDays = question.scope === 'day' ? 1 : 7;
  const first = question.scope === 'day' ? day : weekStartOf(day, around.settings);
  const hours = hoursFor(around.settings, question.allowWeekdays);
  for (let from = first; from <= addDays(first, FURTHEST_DAYS); from = addDays(from, lengthDays)) {
    const period = periodBetween(from < today ? today : from, addDays(from, lengthDays - 1), around);
    const working = freeStretches({
      zone: around.zone,
      fromMs: period.fromMs,
      toMs: period.toMs,
      workingHours: hours,
      busy: [],
    });
    if (working.length > 0) return period;
  }
  return periodBetween(first < today ? today : first, addDays(first, lengthDays - 1), around);
}

function periodBetween(fromDay: string, toDay: string, { zone, settings, nowMs }: Surroundings): Period {
  const { startMs } = dayBounds(fromDay, zone, settings.dayStartMin);
  const { endMs } = dayBounds(toDay, zone, settings.dayStartMin);
  return { fromDay, toDay, fromMs: Math.max(startMs, nowMs), toMs: endMs };
}

function weekStartOf(day: string, settings: Settings): string {
  const start = settings.weekStart.slice(0, 3);
  let first = day;
  while (weekdayOf(first) !== start) first = addDays(first, -1);
  return first;
}

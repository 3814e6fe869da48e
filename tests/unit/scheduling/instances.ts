import type { PlanInstance, PlanTask } from '#contract/plan';

/** Monday 23 November 2026, 00:00 in Vienna (UTC+1). */
const MONDAY_MS = Date.UTC(2026, 10, 22, 23);
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `at('tue 14:30')`: that moment of the test week in Vienna. */
export function at(moment: string): number {
  const [day = '', time = ''] = moment.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return MONDAY_MS + ((DAYS.indexOf(day) * 24 + hour) * 60 + minute) * 60_000;
}

/** `from('tue 14:30', '16:00')`: a stretch of one day. */
export function stretch(from: string, to: string): { startMs: number; endMs: number } {
  return { startMs: at(from), endMs: at(`${from.slice(0, 3)} ${to}`) };
}

/** What a person reads: `mon 09:00-10:30`. */
export function said({ startMs, endMs }: { readonly startMs: number; readonly endMs: number }): string {
  const minutes = (startMs - MONDAY_MS) / 60_000;
  return `${DAYS[Math.floor(minutes / 1440)] ?? '?'} ${clock(minutes)}-${clock((endMs - MONDAY_MS) / 60_000)}`;
}

function clock(minute: number): string {
  const hour = Math.floor(minute / 60) % 24;
  return `${String(hour).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** A task of an hour that is not split, unless told otherwise. */
export function task(id: string, more: Partial<PlanTask> = {}): PlanTask {
  const durationMin = more.durationMin ?? 60;
  return { id, title: `Task ${id}`, durationMin, maxChunkMin: durationMin, priority: 2, ...more };
}

/** A working week from Monday to Friday, nine to five, seen on Monday at midnight. */
export function week(tasks: PlanTask[], more: Partial<PlanInstance> = {}): PlanInstance {
  const nineToFive: [string, string][] = [['09:00', '17:00']];
  return {
    zone: 'Europe/Vienna',
    nowMs: MONDAY_MS,
    fromMs: MONDAY_MS,
    toMs: at('sat 00:00'),
    workingHours: { mon: nineToFive, tue: nineToFive, wed: nineToFive, thu: nineToFive, fri: nineToFive },
    busy: [],
    tasks,
    budgetMs: 5,
    ...more,
  };
}

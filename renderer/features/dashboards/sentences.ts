import type { Totals } from '#contract/dashboards';
import { formatCount, formatDuration, formatNumber } from '#renderer/ui/format.ts';
import type { Bucket } from './period.ts';

/** "9 h 20 min worked of 12 h planned. Thursday had the most work, 3 h 10 min." */
export function workSentence(totals: Totals, buckets: readonly Bucket[]): string {
  const { plannedMin, workedMin } = totals;
  if (plannedMin === 0 && workedMin === 0) return 'Nothing was planned and no focus was kept in this time.';
  const whole =
    plannedMin === 0
      ? `${formatDuration(workedMin)} worked, none of it planned.`
      : `${formatDuration(workedMin)} worked, ${formatDuration(plannedMin)} planned.`;
  const most = topOf(buckets, ({ workedMin: min }) => min);
  return most === null ? whole : `${whole} The most: ${most.name}, ${formatDuration(most.workedMin)}.`;
}

/** "7 of 9 planned tasks were done on their day; 12 were done in all." */
export function keptSentence({ tasksPlanned, tasksKept, done }: Totals): string {
  if (tasksPlanned === 0 && done === 0) return 'No task was planned or done in this time.';
  const all = `${formatCount(done, { one: 'task was', other: 'tasks were' })} done in all.`;
  if (tasksPlanned === 0) return all;
  return `${formatNumber(tasksKept)} of ${formatCount(tasksPlanned, { one: 'planned task', other: 'planned tasks' })} done on their day; ${all}`;
}

/** "2,310 words on 9 days, about 257 a day." */
export function wordsSentence({ words, daysWritten }: Totals): string {
  if (daysWritten === 0) return 'Nothing was written in this time.';
  const each = Math.round(words / daysWritten);
  return `${formatCount(words, { one: 'word', other: 'words' })} on ${formatCount(daysWritten, { one: 'day', other: 'days' })}, about ${formatNumber(each)} a day.`;
}

/** Says what the line can't: from how few days it is drawn. */
export function moodSentence({ mood, moodDays }: Totals, wordOf: (mood: number) => string): string {
  if (mood === null) return 'No mood was told in this time.';
  const days = formatCount(moodDays, { one: 'day', other: 'days' });
  if (moodDays < 5) return `Told on ${days}: not enough yet to say how it went.`;
  return `Mostly ${wordOf(Math.round(mood))}, by what was told on ${days}.`;
}

/** "12 more than before", "3 fewer", "as many as before"; null where there is nothing to compare. */
export function comparison(now: number, before: number, inWords: (difference: number) => string): string | null {
  if (before === 0) return null;
  if (now === before) return 'as before';
  return now > before ? `${inWords(now - before)} more than before` : `${inWords(before - now)} less than before`;
}

function topOf(buckets: readonly Bucket[], of: (bucket: Bucket) => number): Bucket | null {
  let top: Bucket | null = null;
  for (const bucket of buckets) if (of(bucket) > (top === null ? 0 : of(top))) top = bucket;
  return top;
}

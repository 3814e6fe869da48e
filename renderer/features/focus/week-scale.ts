import { formatDuration } from '#renderer/ui/format.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The axis of a chart of times: its top and three labels, from above. */
export interface TimeScale {
  readonly topMs: number;
  readonly ticks: readonly [number, number, number];
  readonly unit: 'minutes' | 'hours';
}

/** The smallest axis with round labels that holds a length of time. */
export function scaleOf(longestMs: number): TimeScale {
  const minutes = [10, 30, 60].find((top) => top * MINUTE_MS >= longestMs);
  if (minutes !== undefined) return { topMs: minutes * MINUTE_MS, ticks: [minutes, minutes / 2, 0], unit: 'minutes' };
  const hours = [2, 4, 6, 8, 10, 12, 16, 20].find((top) => top * HOUR_MS >= longestMs) ?? 24;
  return { topMs: hours * HOUR_MS, ticks: [hours, hours / 2, 0], unit: 'hours' };
}

/**
 * What the chart says, in words: "12 h 50 min in all. Wednesday was the longest, 3 h 15 min."
 *
 * @param nameOf the weekday of a day
 */
export function weekSentence(
  days: readonly { readonly day: string; readonly workMs: number }[],
  nameOf: (day: string) => string,
): string {
  const minutes = days.map(({ workMs }) => Math.floor(workMs / MINUTE_MS));
  const total = minutes.reduce((sum, one) => sum + one, 0);
  if (total === 0) return 'No focus in these days yet.';
  const longest = Math.max(...minutes);
  const day = days[minutes.indexOf(longest)]!.day;
  if (longest === total) return `${formatDuration(total)} in all, on ${nameOf(day)}.`;
  return `${formatDuration(total)} in all. ${nameOf(day)} was the longest, ${formatDuration(longest)}.`;
}

import { formatDuration } from '#renderer/ui/format.ts';

const MINUTE_MS = 60_000;

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

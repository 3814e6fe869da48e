import type { ImportCounts, ImportProgress } from '#contract/imports';
import { formatNumber, userLocale } from '#renderer/ui/format.ts';

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${formatNumber(count)} ${count === 1 ? one : many}`];

/** "1,204 entries, 3 tasks and 12 files"; empty for nothing. */
export function countsWords({ entries, tasks, events, attachments }: ImportCounts): string {
  const parts = [
    ...counted(entries, 'entry', 'entries'),
    ...counted(tasks, 'task', 'tasks'),
    ...counted(events, 'event', 'events'),
    ...counted(attachments, 'file', 'files'),
  ];
  const last = parts.pop();
  return last === undefined ? '' : parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

export const thingsWords = (count: number): string => `${formatNumber(count)} ${count === 1 ? 'thing' : 'things'}`;

const dayWithYear = new Intl.DateTimeFormat(userLocale(), { dateStyle: 'medium', timeZone: 'UTC' });

/** "3 Mar 2014", in the order of the region */
export const dayWords = (day: string): string => dayWithYear.format(Date.parse(`${day}T00:00:00Z`));

/** "3 Mar 2014 to 21 Nov 2026" */
export function rangeWords(from: string | null, to: string | null): string {
  if (from === null || to === null) return '';
  return from === to ? dayWords(from) : `${dayWords(from)} to ${dayWords(to)}`;
}

export function progressWords(progress: ImportProgress | null): string {
  if (progress === null || progress.total === 0) return '';
  const speed = progress.perSecond === 0 ? '' : `, ${formatNumber(progress.perSecond)} a second`;
  return `${formatNumber(progress.done)} of ${formatNumber(progress.total)}${speed}`;
}

export function sizeWords(bytes: number): string {
  return bytes < 1e6
    ? `${formatNumber(Math.max(1, Math.round(bytes / 1e3)))} kB`
    : `${formatNumber(Math.round(bytes / 1e5) / 10)} MB`;
}

import type { CalendarEvent } from '#contract/calendar';
import type { PlanQuestion, Proposal, Weekday } from '#contract/plan';
import { addDays } from '#renderer/ui/days.ts';
import { formatCount, formatDay, formatDuration, formatTime, weekdayNames } from '#renderer/ui/format.ts';
import type { PlanEntry } from './plan-session.ts';

/** Something to suppose for a moment, and how the question changes by it. */
export interface WhatIf {
  /** "this took 3 h": follows "What if". */
  readonly words: string;
  /** Whether it can be made so by accepting; a meeting can only be cancelled by the person. */
  readonly isMakeable: boolean;
  change(question: PlanQuestion): PlanQuestion;
}

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MOST_EVENTS = 4;

/** What can be supposed about a block. */
export function whatIfsOf({ planned }: PlanEntry, proposal: Proposal): WhatIf[] {
  const { taskId, title } = planned;
  const minutes = proposal.blocks
    .filter((block) => block.taskId === taskId)
    .reduce((sum, block) => sum + (block.endMs - block.startMs) / 60_000, 0);
  const longer = [minutes + 30, minutes * 2, 180].filter(
    (length, at, all) => length > minutes && all.indexOf(length) === at,
  );
  const shorter = minutes >= 60 ? [Math.round(minutes / 2 / 15) * 15] : [];
  return [
    ...[...shorter, ...longer].map((length): WhatIf => ({
      words: `“${title}” took ${formatDuration(length)}`,
      isMakeable: true,
      change: (question) => ({
        ...question,
        lengths: [...(question.lengths ?? []).filter((other) => other.taskId !== taskId), { taskId, minutes: length }],
      }),
    })),
    {
      words: `“${title}” were left out`,
      isMakeable: true,
      change: (question) => ({ ...question, withoutTaskIds: [...(question.withoutTaskIds ?? []), taskId] }),
    },
    ...[proposal.fromDay, addDays(proposal.toDay, 7)].map((dueDay): WhatIf => ({
      words: `“${title}” were due ${formatDay(dueDay, 'medium')}`,
      isMakeable: true,
      change: (question) => ({
        ...question,
        dueDays: [...(question.dueDays ?? []).filter((other) => other.taskId !== taskId), { taskId, dueDay }],
      }),
    })),
  ];
}

/**
 * What can be supposed about the days of a plan: a free day worked, a meeting not there.
 *
 * @param free the weekdays without working hours
 */
export function whatIfsAround(events: readonly CalendarEvent[], free: readonly Weekday[], zone: string): WhatIf[] {
  const names = weekdayNames('long');
  return [
    ...free.map((weekday): WhatIf => ({
      words: `you worked on ${names[WEEKDAYS.indexOf(weekday)] ?? ''}`,
      isMakeable: true,
      change: (question) => ({
        ...question,
        allowWeekdays: [...new Set([...(question.allowWeekdays ?? []), weekday])],
      }),
    })),
    ...events.slice(0, MOST_EVENTS).map((event): WhatIf => ({
      words: `“${event.title}” at ${formatTime(event.startMs, zone)} were not there`,
      isMakeable: false,
      change: (question) => ({ ...question, withoutEventIds: [...(question.withoutEventIds ?? []), event.id] }),
    })),
  ];
}

/** What a supposition changes, in a sentence: what fits now, what no longer does, what is late, what moves. */
export function differenceInWords(before: Proposal, after: Proposal): string {
  const missing = (proposal: Proposal): Map<string, string> =>
    new Map(proposal.unplaced.map(({ taskId, title }) => [taskId, title]));
  const [out, left] = [missing(before), missing(after)];
  const fits = [...out].filter(([id]) => !left.has(id) && placesOf(after, id) !== '').map(([, title]) => title);
  const fails = [...left].filter(([id]) => !out.has(id)).map(([, title]) => title);
  const late = after.lateTaskIds.filter((id) => !before.lateTaskIds.includes(id));
  const inTime = before.lateTaskIds.filter((id) => !after.lateTaskIds.includes(id) && placesOf(after, id) !== '');
  const titleOf = (id: string): string =>
    [...after.blocks, ...before.blocks].find((block) => block.taskId === id)?.title ?? '';
  const ids = new Set(after.blocks.map((block) => block.taskId));
  const moved = [...ids].filter((id) => placesOf(before, id) !== '' && placesOf(before, id) !== placesOf(after, id));
  const [ends, ended] = [lastMs(after), lastMs(before)];
  const parts = [
    fits.length > 0 ? `${named(fits)} would fit` : '',
    fails.length > 0 ? `${named(fails)} would not fit` : '',
    inTime.length > 0 ? `${named(inTime.map(titleOf))} would be in time` : '',
    late.length > 0 ? `${named(late.map(titleOf))} would be late` : '',
    moved.length > 0 ? `${formatCount(moved.length, { one: 'task', other: 'tasks' })} would move` : '',
    ended > 0 && ends > 0 && Math.abs(ends - ended) >= 900_000
      ? `the last block would end ${formatDuration(Math.abs(ends - ended) / 60_000)} ${ends < ended ? 'earlier' : 'later'}`
      : '',
  ].filter(Boolean);
  if (parts.length === 0) return 'Nothing would change.';
  const sentence = parts.join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

const placesOf = (proposal: Proposal, taskId: string): string =>
  proposal.blocks
    .filter((block) => block.taskId === taskId)
    .map(({ startMs, endMs }) => `${startMs} ${endMs}`)
    .join(' ');

const lastMs = ({ blocks }: Proposal): number => Math.max(0, ...blocks.map((block) => block.endMs));

function named(titles: readonly string[]): string {
  const [first, second] = titles;
  if (titles.length === 1) return `“${first ?? ''}”`;
  if (titles.length === 2) return `“${first ?? ''}” and “${second ?? ''}”`;
  return formatCount(titles.length, { one: 'task', other: 'tasks' });
}

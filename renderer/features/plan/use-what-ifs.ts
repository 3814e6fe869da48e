import type { Weekday } from '#contract/plan';
import { api } from '#renderer/data/api.ts';
import { addDays, weekdayOf } from '#renderer/ui/days.ts';
import { useQuery } from '@tanstack/react-query';
import type { PlanSession } from './plan-session.ts';
import { type WhatIf, whatIfsAround, whatIfsOf } from './what-ifs.ts';

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** What can be supposed now: about the block looked at, and about the days of the plan. */
export function useWhatIfs({ proposal, entries, currentKey }: PlanSession): readonly WhatIf[] {
  const { fromMs, toMs, fromDay, toDay } = proposal;
  const settings = useQuery(api.settings.get.queryOptions()).data;
  const zone = useQuery(api.today.now.queryOptions()).data?.zone;
  const events = useQuery(api.calendar.range.queryOptions({ input: { fromMs, toMs } })).data?.events ?? [];
  if (settings === undefined || zone === undefined) return [];
  const free = new Set<Weekday>();
  for (let day = fromDay; day <= toDay && free.size < 7; day = addDays(day, 1)) {
    const weekday = WEEKDAYS[weekdayOf(day) - 1];
    if (weekday !== undefined && (settings.workingHours[weekday] ?? []).length === 0) free.add(weekday);
    if (day > addDays(fromDay, 6)) break;
  }
  const current = entries.find((entry) => entry.key === currentKey);
  return [
    ...(current ? whatIfsOf(current, proposal) : []),
    ...whatIfsAround(
      events.filter((event) => event.busy && !event.allDay),
      [...free],
      zone,
    ),
  ];
}

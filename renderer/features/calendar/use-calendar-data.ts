import type { Calendar, CalendarEvent, BlockOfTask } from '#contract/calendar';
import type { Settings } from '#contract/settings';
import type { Day } from '#contract/time';
import { api, queryClient } from '#renderer/data/api.ts';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { addDays } from '#renderer/ui/days.ts';
import { dayOf, startOfDay } from './zoned.ts';

export interface CalendarRange {
  readonly events: CalendarEvent[];
  readonly blocks: BlockOfTask[];
  readonly calendars: Calendar[];
}

/**
 * What lies in some days, and already what lies beside them, so that stepping answers at once.
 *
 * @param beside the days that a step in either direction shows
 */
export function useRange(
  days: readonly Day[],
  beside: readonly (readonly Day[])[],
  zone: string,
): UseQueryResult<CalendarRange> {
  const first = days[0]!;
  const count = days.length;
  useEffect(() => {
    // After the step itself is painted.
    const timer = setTimeout(() => {
      for (const next of beside) void queryClient.prefetchQuery(rangeQuery(next[0]!, next.length, zone));
    }, 0);
    return () => clearTimeout(timer);
  }, [beside, zone]);
  return useQuery({ ...rangeQuery(first, count, zone), placeholderData: keepPreviousData });
}

/** Asks for what lies in some days. */
export function rangeQuery(first: Day, count: number, zone: string) {
  const fromMs = startOfDay(first, zone);
  const toMs = Math.max(fromMs + 60_000, startOfDay(addDays(first, count), zone));
  return api.calendar.range.queryOptions({ input: { fromMs, toMs } });
}

/** Shows a change before the core has answered; the change hint of the commit then brings the truth. */
export function patchRanges(change: (range: CalendarRange) => CalendarRange): void {
  queryClient.setQueriesData<CalendarRange>({ queryKey: api.calendar.range.key() }, (range) => range && change(range));
}

/** Takes back what was shown too early. */
export function refreshRanges(): void {
  void queryClient.invalidateQueries({ queryKey: api.calendar.range.key() });
}

/** Where and when the person is; undefined until the core has said it. */
export interface Surroundings {
  readonly zone: string;
  readonly settings: Settings;
  /** To the minute. */
  readonly nowMs: number;
  readonly today: Day;
}

export function useSurroundings(): Surroundings | undefined {
  const status = useQuery(api.system.status.queryOptions());
  const settings = useQuery(api.settings.get.queryOptions());
  const nowMs = useMinute();
  if (!status.data || !settings.data) return undefined;
  const { zone } = status.data;
  return { zone, settings: settings.data, nowMs, today: dayOf(nowMs - settings.data.dayStartMin * 60_000, zone) };
}

/** The running minute: changes as the clock does, also after the machine slept. */
function useMinute(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const tick = (): void => setNowMs(Date.now());
    const timer = setInterval(tick, 20_000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, []);
  return nowMs;
}

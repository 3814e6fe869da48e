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

export const NOTHING: CalendarRange = { events: [], blocks: [], calendars: [] };

/** What lies in some days; while it is not known yet, what was shown before. */
export function useRange(days: readonly Day[], zone: string): UseQueryResult<CalendarRange> {
  return useQuery({ ...rangeQuery(days[0]!, days.length, zone), placeholderData: keepPreviousData });
}

/** Asks ahead for what lies in some days. */
export function prefetchRange(days: readonly Day[], zone: string): void {
  void queryClient.prefetchQuery(rangeQuery(days[0]!, days.length, zone));
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
  const [nowMs, setNowMs] = useState(minuteNow);
  useEffect(() => {
    const tick = (): void => setNowMs(minuteNow());
    const timer = setInterval(tick, 20_000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, []);
  return nowMs;
}

/** The minute that runs; a state that changes more often would draw everything again for nothing. */
const minuteNow = (): number => Math.floor(Date.now() / 60_000) * 60_000;

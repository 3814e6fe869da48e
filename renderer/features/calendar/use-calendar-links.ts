import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { useGoTo, useSearchParam } from '#renderer/data/navigation.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { dayOf } from './zoned.ts';

export interface CalendarLinks {
  show(day: Day): void;
  plan(scope: 'day' | 'week'): void;
  begin(): void;
  select(key: string): void;
}

/**
 * What an address asks for besides days: `?plan=week` plans, `?new=1` begins an event, `?event=…` shows one. Each is done
 * once and then leaves the address, so that a reload does not do it again.
 */
export function useCalendarLinks(zone: string, links: CalendarLinks): void {
  const goTo = useGoTo();
  const latest = useRef(links);
  useEffect(() => {
    latest.current = links;
  });
  const planned = useSearchParam('plan');
  const isNew = useSearchParam('new') !== undefined;
  const eventId = useSearchParam('event');
  const event = useQuery({
    ...api.calendar.event.queryOptions({ input: { id: eventId ?? '' } }),
    enabled: eventId !== undefined,
  });
  const startMs = event.data?.startMs;
  // Of a series the occurrence that comes next.
  const shownId = event.data?.id;
  useEffect(() => {
    if (planned !== 'day' && planned !== 'week') return;
    goTo('/calendar', { replace: true });
    latest.current.plan(planned);
  }, [goTo, planned]);
  useEffect(() => {
    if (!isNew) return;
    goTo('/calendar', { replace: true });
    latest.current.begin();
  }, [goTo, isNew]);
  useEffect(() => {
    if (startMs === undefined || shownId === undefined) return;
    latest.current.show(dayOf(startMs, zone));
    latest.current.select(`event:${shownId}`);
  }, [startMs, shownId, zone]);
}

import type { Day } from '#contract/time';
import { addDays } from '#renderer/ui/days.ts';
import { useQueries } from '@tanstack/react-query';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import { type CalendarRange, rangeQuery } from './use-calendar-data.ts';

/** Days that are asked for at once. */
const CHUNK_DAYS = 14;
/** After so many empty ones in a row it no longer looks on by itself. */
const MOST_EMPTY = 8;
/** So far from an end of the list the next days are asked for. */
const AHEAD = '800px';

export interface Agenda {
  readonly ranges: readonly CalendarRange[];
  readonly fromDay: Day;
  /** Exclusive. */
  readonly toDay: Day;
  /** All that was asked for is there. */
  readonly isRead: boolean;
  readonly isTopAsleep: boolean;
  readonly isBottomAsleep: boolean;
  lookBack(): void;
  lookOn(): void;
}

/** The list, and what stands at its ends: seen, it asks for more. */
export interface AgendaEnds {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly top: RefObject<HTMLElement | null>;
  readonly bottom: RefObject<HTMLElement | null>;
}

const beginningAt = (anchor: Day) => ({ anchor, first: -1, last: 1, wokenFirst: 0, wokenLast: 0 });

/** What is on around a day, more and more of it as one scrolls towards an end. */
export function useAgenda(anchor: Day, zone: string, { scroller, top, bottom }: AgendaEnds): Agenda {
  const [shown, setShown] = useState(() => beginningAt(anchor));
  const now = useMemo(() => (shown.anchor === anchor ? shown : beginningAt(anchor)), [shown, anchor]);
  const { first, last } = now;
  const fromDay = addDays(anchor, first * CHUNK_DAYS);
  const toDay = addDays(anchor, (last + 1) * CHUNK_DAYS);
  const queries = useMemo(
    () =>
      Array.from({ length: last - first + 1 }, (_, index) =>
        rangeQuery(addDays(fromDay, index * CHUNK_DAYS), CHUNK_DAYS, zone),
      ),
    [first, last, fromDay, zone],
  );
  const { ranges, isRead } = useQueries({
    queries,
    combine: (results) => ({
      ranges: results.flatMap(({ data }) => (data === undefined ? [] : [data])),
      isRead: results.every(({ data }) => data !== undefined),
    }),
  });
  const isEmpty = (range: CalendarRange): boolean => range.events.length + range.blocks.length === 0;
  const emptyBefore = ranges.findIndex((range) => !isEmpty(range));
  const emptyAfter = ranges.toReversed().findIndex((range) => !isEmpty(range));
  const count = ranges.length;
  const isTopAsleep = isRead && (emptyBefore === -1 ? count : emptyBefore) - now.wokenFirst >= MOST_EMPTY;
  const isBottomAsleep = isRead && (emptyAfter === -1 ? count : emptyAfter) - now.wokenLast >= MOST_EMPTY;

  useEffect(() => {
    if (!isRead) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const isSeen = (element: HTMLElement | null): boolean =>
          entries.some((entry) => entry.isIntersecting && entry.target === element);
        const back = isSeen(top.current) && !isTopAsleep ? 1 : 0;
        const on = isSeen(bottom.current) && !isBottomAsleep ? 1 : 0;
        if (back + on > 0) setShown({ ...now, first: now.first - back, last: now.last + on });
      },
      { root: scroller.current, rootMargin: AHEAD },
    );
    for (const element of [top.current, bottom.current]) if (element) observer.observe(element);
    return () => observer.disconnect();
  }, [isRead, now, isTopAsleep, isBottomAsleep, scroller, top, bottom]);

  return useMemo(
    () => ({
      ranges,
      fromDay,
      toDay,
      isRead,
      isTopAsleep,
      isBottomAsleep,
      lookBack: () => setShown({ ...now, first: now.first - 1, wokenFirst: now.wokenFirst + MOST_EMPTY }),
      lookOn: () => setShown({ ...now, last: now.last + 1, wokenLast: now.wokenLast + MOST_EMPTY }),
    }),
    [ranges, fromDay, toDay, isRead, isTopAsleep, isBottomAsleep, now],
  );
}

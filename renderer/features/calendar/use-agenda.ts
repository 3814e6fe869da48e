import type { Day } from '#contract/time';
import { addDays } from '#renderer/ui/days.ts';
import { useQueries } from '@tanstack/react-query';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
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
  readonly topRef: RefObject<HTMLDivElement | null>;
  readonly bottomRef: RefObject<HTMLDivElement | null>;
  readonly isTopAsleep: boolean;
  readonly isBottomAsleep: boolean;
  lookBack(): void;
  lookOn(): void;
}

/** What is on around a day, more and more of it as one scrolls towards an end. */
export function useAgenda(anchor: Day, zone: string, scroller: RefObject<HTMLElement | null>): Agenda {
  const [shown, setShown] = useState({ anchor, first: -1, last: 1, wokenFirst: 0, wokenLast: 0 });
  const now = shown.anchor === anchor ? shown : { anchor, first: -1, last: 1, wokenFirst: 0, wokenLast: 0 };
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

  const topRef = useRef<HTMLDivElement>(null);
  const bottomRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isRead) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const isSeen = (element: HTMLElement | null): boolean =>
          entries.some((entry) => entry.isIntersecting && entry.target === element);
        const back = isSeen(topRef.current) && !isTopAsleep ? 1 : 0;
        const on = isSeen(bottomRef.current) && !isBottomAsleep ? 1 : 0;
        if (back + on > 0) setShown({ ...now, first: first - back, last: last + on });
      },
      { root: scroller.current, rootMargin: AHEAD },
    );
    for (const element of [topRef.current, bottomRef.current]) if (element) observer.observe(element);
    return () => observer.disconnect();
    // `now` is made of what is listed.
  }, [isRead, first, last, isTopAsleep, isBottomAsleep, scroller]);

  return useMemo(
    () => ({
      ranges,
      fromDay,
      toDay,
      isRead,
      topRef,
      bottomRef,
      isTopAsleep,
      isBottomAsleep,
      lookBack: () => setShown({ ...now, first: first - 1, wokenFirst: now.wokenFirst + MOST_EMPTY }),
      lookOn: () => setShown({ ...now, last: last + 1, wokenLast: now.wokenLast + MOST_EMPTY }),
    }),
    [ranges, fromDay, toDay, isRead, isTopAsleep, isBottomAsleep, first, last],
  );
}

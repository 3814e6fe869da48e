import type { Settings } from '#contract/settings';
import type { Day } from '#contract/time';
import { useGoTo, useSearchParam } from '#renderer/data/navigation.ts';
import { addDays } from '#renderer/ui/days.ts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Place } from './use-step-places.ts';
import { VIEWS, type View, daysOf, stepped } from './views.ts';

/** Which days are shown. The address holds them, so that a reload and the way back find them. */
export interface CalendarView {
  readonly view: View;
  readonly day: Day;
  readonly days: readonly Day[];
  /** The same object until it is another one. */
  readonly place: Place;
  /** Another view than the one shown is a new place in the window's history; other days of the same are not. */
  show(day: Day, view?: View): void;
  step(direction: 1 | -1): void;
}

/** A step must be seen in the next frame; the address, which concerns the whole window, follows after this pause. */
const ADDRESS_PAUSE_MS = 500;
/** Where the calendar opens when its address says nothing: as it was left. */
let lastView: View = 'week';

export function useCalendarView(today: Day, weekStart: Settings['weekStart']): CalendarView {
  const goTo = useGoTo();
  const askedView = useSearchParam('view');
  const askedDay = useSearchParam('day');
  const address = placeOf(askedView, askedDay, today);
  const addressKey = keyOf(address);
  const [place, setPlace] = useState<Place>(address);
  /** The place the address has or is about to have because this view wrote it. */
  const written = useRef(addressKey);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const adopt = useRef(address);
  useEffect(() => {
    adopt.current = address;
  });
  useEffect(() => {
    if (addressKey === written.current) return;
    written.current = addressKey;
    clearTimeout(timer.current);
    setPlace(adopt.current);
  }, [addressKey]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    lastView = place.view;
  }, [place.view]);

  const { view, day } = place;
  const go = useCallback(
    (next: Place) => {
      const write = (replace: boolean): void => {
        written.current = keyOf(next);
        goTo(`/calendar?view=${next.view}&day=${next.day}`, { replace, keepsScroll: true });
      };
      clearTimeout(timer.current);
      setPlace(next);
      if (next.view === view) timer.current = setTimeout(() => write(true), ADDRESS_PAUSE_MS);
      else write(false);
    },
    [goTo, view],
  );
  const days = useMemo(() => daysOf(view, day, weekStart), [view, day, weekStart]);
  const show = useCallback((next: Day, nextView: View = view) => go({ view: nextView, day: next }), [go, view]);
  const step = useCallback((direction: 1 | -1) => go({ view, day: stepped(view, day, direction) }), [go, view, day]);
  return { view, day, days, place, show, step };
}

const keyOf = ({ view, day }: Place): string => `${view} ${day}`;

function placeOf(view: string | undefined, day: string | undefined, today: Day): Place {
  return {
    view: VIEWS.find(({ value }) => value === view)?.value ?? lastView,
    day: day !== undefined && isDay(day) ? day : today,
  };
}

/** Addresses can be typed: only a day that exists, with room around it, is one. */
function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && text > '0002-01-01' && text < '9998-12-25' && addDays(text, 0) === text;
}

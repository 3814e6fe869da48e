import type { Day } from '#contract/time';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { CalendarPanel, type CalendarPanelProps } from './calendar-panel.tsx';
import styles from './calendar-panels.module.css';
import { prefetchRange } from './use-calendar-data.ts';
import { type Place, stepFrom, useStepPlaces } from './use-step-places.ts';
import { useSettled } from './use-settled.ts';
import type { Surface } from './view-props.ts';
import { daysOf } from './views.ts';

export interface CalendarPanelsProps extends Omit<
  CalendarPanelProps,
  'view' | 'day' | 'days' | 'surface' | 'scrollTopRef'
> {
  readonly place: Place;
  /** Of the panel that is shown. */
  readonly surface: RefObject<Surface | null>;
  /** The day whose head takes the focus as soon as it is shown. */
  readonly wantedDayRef: RefObject<Day | null>;
}

/**
 * The days that are shown, and out of sight those a step back and a step on would show, drawn and laid out while nothing else is
 * to do: a step then only changes which of them is seen.
 */
export function CalendarPanels({ place, surface, wantedDayRef, draft, aside, beside, ...rest }: CalendarPanelsProps) {
  const { weekStart } = rest.settings;
  const settled = useSettled(place);
  const places = useStepPlaces(place, settled, weekStart);
  const scrollTopRef = useRef<number | null>(null);
  const { zone } = rest;
  useEffect(() => {
    for (const direction of [1, -1] as const) {
      const next = stepFrom(stepFrom(settled, direction), direction);
      prefetchRange(daysOf(next.view, next.day, weekStart), zone);
    }
  }, [settled, weekStart, zone]);
  return places.map((one) => (
    <PanelFrame
      {...rest}
      key={one.key}
      view={one.view}
      day={one.day}
      days={one.days}
      isShown={one.isShown}
      draft={one.isShown ? draft : null}
      aside={one.isShown ? aside : null}
      beside={one.isShown ? beside : null}
      scrollTopRef={scrollTopRef}
      shownSurfaceRef={surface}
      wantedDayRef={wantedDayRef}
    />
  ));
}

interface PanelFrameProps extends Omit<CalendarPanelProps, 'surface'> {
  readonly isShown: boolean;
  readonly shownSurfaceRef: RefObject<Surface | null>;
  readonly wantedDayRef: RefObject<Day | null>;
}

function PanelFrame({ isShown, shownSurfaceRef, wantedDayRef, ...props }: PanelFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const surface = useRef<Surface>(null);
  const { scrollTopRef, day } = props;
  /** How far down this one is scrolled: to ask the element would lay out the whole page. */
  const ownTopRef = useRef<number | null>(null);
  const scrollAlong = useCallback((): void => {
    const top = scrollTopRef.current;
    if (top === null || top === ownTopRef.current) return;
    ownTopRef.current = top;
    frame.current!.querySelector('[data-scroller]')?.scrollTo({ top });
  }, [scrollTopRef]);
  useLayoutEffect(() => {
    if (!isShown) return;
    shownSurfaceRef.current = surface.current;
    scrollAlong();
    // Scrolled by hand it goes where all are.
    return () => void (ownTopRef.current = scrollTopRef.current);
  }, [isShown, scrollAlong, scrollTopRef, shownSurfaceRef]);
  useLayoutEffect(() => {
    if (!isShown || wantedDayRef.current !== day) return;
    wantedDayRef.current = null;
    frame.current!.querySelector<HTMLElement>(`[data-head="${day}"]`)?.focus({ preventScroll: true });
  });
  useEffect(() => {
    if (isShown) return;
    // What is out of sight is laid out when somebody asks for its measure: now, so that a step need not.
    const request = requestIdleCallback(() => {
      scrollAlong();
      frame.current?.firstElementChild?.getBoundingClientRect();
    });
    return () => cancelIdleCallback(request);
  });
  return (
    <div ref={frame} className={styles.panel} data-waiting={isShown ? undefined : ''}>
      <CalendarPanel {...props} surface={surface} />
    </div>
  );
}

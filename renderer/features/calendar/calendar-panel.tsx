import type { Weekday } from '#contract/plan';
import type { Settings } from '#contract/settings';
import type { Day } from '#contract/time';
import type { PlanSession } from '#renderer/features/plan/index.ts';
import { weekdayOf } from '#renderer/ui/days.ts';
import { type ReactNode, type RefObject, memo, useMemo } from 'react';
import { CalendarGrid, MonthView } from './calendar-beside.tsx';
import { conflictsOf } from './conflicts.ts';
import { gridScale } from './day-scale.ts';
import { thingsIn } from './things-in.ts';
import type { Thing } from './things.ts';
import { NOTHING, useRange } from './use-calendar-data.ts';
import type { Surface, ViewActs } from './view-props.ts';
import type { View } from './views.ts';

export interface CalendarPanelProps {
  readonly view: View;
  readonly day: Day;
  readonly days: readonly Day[];
  readonly zone: string;
  readonly settings: Settings;
  readonly nowMs: number;
  readonly today: Day;
  readonly session: PlanSession | null;
  readonly selectedKey: string | null;
  /** What is being made: an event in the form, a task on its way from the list. */
  readonly draft: Thing | null;
  /** Stands beside the selected thing. */
  readonly aside: ReactNode;
  /** What has the focus beside the calendar: drawn again when that goes, what is selected takes it back. */
  readonly beside: string | null;
  readonly surface: RefObject<Surface | null>;
  /** How far down the hours are scrolled, the same for all panels. */
  readonly scrollTopRef: RefObject<number | null>;
  readonly acts: ViewActs;
}

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A day, some days or a month: what a step goes to. The ones beside what is shown are drawn ahead. */
export const CalendarPanel = memo(function CalendarPanel(props: CalendarPanelProps) {
  const { view, days, zone, settings, session, draft, acts } = props;
  const range = useRange(days, zone).data ?? NOTHING;
  const kept = useMemo(() => thingsIn(range, session), [range, session]);
  const conflicts = useMemo(() => conflictsOf(kept), [kept]);
  const things = useMemo(() => (draft === null ? kept : [...kept, draft]), [kept, draft]);
  const scale = useMemo(() => (view === 'month' ? null : gridScale(days, zone)), [view, days, zone]);
  const hoursOf = (day: Day) => settings.workingHours[WEEKDAYS[weekdayOf(day) - 1]!] ?? [];
  const viewProps = {
    ...acts,
    zone,
    things,
    conflicts,
    nowMs: props.nowMs,
    today: props.today,
    selectedKey: props.selectedKey,
    surface: props.surface,
    isOff: (day: Day) => hoursOf(day).length === 0,
  };
  if (scale === null) return <MonthView {...viewProps} days={days} day={props.day} />;
  const firstMinute = Math.min(...days.flatMap((day) => hoursOf(day).map(([from]) => minuteOf(from))), 9 * 60);
  return (
    <CalendarGrid
      {...viewProps}
      scale={scale}
      secondZone={settings.secondZone}
      lunch={settings.lunch}
      firstMinute={firstMinute}
      scrollTopRef={props.scrollTopRef}
      aside={props.aside}
    />
  );
});

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

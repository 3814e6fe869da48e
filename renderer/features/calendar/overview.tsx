import type { Calendar } from '#contract/calendar';
import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { DoesNotFit, type Planning } from '#renderer/features/plan/index.ts';
import { addDays, monthWeeks } from '#renderer/ui/days.ts';
import { MonthGrid } from '#renderer/ui/month-grid.tsx';
import { Pane, PaneSection } from '#renderer/ui/pane.tsx';
import { useWeekStart } from '#renderer/ui/week-start.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { memo, useCallback, useMemo, useState } from 'react';
import { CalendarList } from './calendar-list.tsx';
import { ConflictList } from './conflict-list.tsx';
import type { Thing } from './things.ts';
import { ToPlan, type ToPlanProps } from './to-plan.tsx';

export interface OverviewProps {
  readonly day: Day;
  readonly today: Day;
  readonly zone: string;
  readonly calendars: readonly Calendar[];
  readonly conflicts: ReadonlyMap<string, readonly Thing[]>;
  readonly things: readonly Thing[];
  readonly planning: Planning;
  readonly toPlan: ToPlanProps;
  onPick(day: Day): void;
  onOpen(thing: Thing): void;
  onClose(): void;
}

/** Beside the calendar while nothing is in hand: the month, what clashes, what has no time yet, and the calendars. */
export function Overview(props: OverviewProps) {
  return (
    <Pane title="Overview" onClose={props.onClose}>
      <PaneSection>
        <MarkedMonth key={props.day.slice(0, 7)} day={props.day} today={props.today} onPick={props.onPick} />
      </PaneSection>
      <ConflictList conflicts={props.conflicts} things={props.things} zone={props.zone} onOpen={props.onOpen} />
      <DoesNotFit planning={props.planning} />
      <ToPlan {...props.toPlan} />
      <PaneSection>
        <CalendarList calendars={props.calendars} />
      </PaneSection>
    </Pane>
  );
}

/** A month with a dot on each day that has something on it. */
const MarkedMonth = memo(function MarkedMonth({ day, today, onPick }: Pick<OverviewProps, 'day' | 'today' | 'onPick'>) {
  const [month, setMonth] = useState(day.slice(0, 7));
  const start = useWeekStart();
  const fromDay = monthWeeks(`${month}-01`, start)[0]![0]!;
  const loads = useQuery({
    ...api.calendar.loads.queryOptions({ input: { fromDay, toDay: addDays(fromDay, 41) } }),
    placeholderData: keepPreviousData,
  });
  const marked = useMemo(() => new Set(loads.data?.map((load) => load.day)), [loads.data]);
  const isMarked = useCallback((one: Day) => marked.has(one), [marked]);
  return (
    <MonthGrid
      fills
      showsWeeks
      value={day}
      today={today}
      isMarked={isMarked}
      onMonthChange={setMonth}
      onPick={onPick}
    />
  );
});

import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { CalendarPage } from './calendar-page.tsx';
import { useSurroundings } from './use-calendar-data.ts';

/** The calendar, as soon as it is known where and when the person is. */
export default function CalendarScreen() {
  const surroundings = useSurroundings();
  if (surroundings === undefined) return <Skeleton label="Loading the calendar" rows={8} />;
  return <CalendarPage {...surroundings} />;
}

import type { Day } from '#contract/time';
import { Bar } from '#renderer/ui/bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { formatDay, monthNames } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { ChevronLeft, ChevronRight, PanelRightOpen, Plus } from 'lucide-react';
import styles from './calendar-page.module.css';
import type { CalendarView, View } from './use-calendar-view.ts';

export interface CalendarBarProps {
  readonly shown: CalendarView;
  readonly today: Day;
  readonly isPaneOpen: boolean;
  onPlan(): void;
  onNew(): void;
  onOpenPane(): void;
}

const VIEWS: readonly { readonly value: View; readonly label: string }[] = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
];

/** The head of the calendar: what is shown, the way to other days, and planning. */
export function CalendarBar({ shown, today, isPaneOpen, onPlan, onNew, onOpenPane }: CalendarBarProps) {
  const unit = shown.view === 'day' ? 'Day' : 'Week';
  return (
    <Bar
      title={<Title shown={shown} />}
      beside={
        <>
          <IconButton icon={ChevronLeft} label={`${unit} before`} keys="ArrowLeft" onClick={() => shown.step(-1)} />
          <Button variant="quiet" size="small" onClick={() => shown.show(today)}>
            Today
          </Button>
          <IconButton icon={ChevronRight} label={`${unit} after`} keys="ArrowRight" onClick={() => shown.step(1)} />
        </>
      }
      end={
        <>
          <SegmentedControl
            label="View"
            value={shown.view}
            options={VIEWS}
            onChange={(view) => shown.show(shown.day, view)}
          />
          <Button size="small" keys="p" onClick={onPlan}>
            Plan
          </Button>
          <IconButton icon={Plus} label="New event" keys="c" onClick={onNew} />
          {!isPaneOpen && <IconButton icon={PanelRightOpen} label="Open pane" onClick={onOpenPane} />}
        </>
      }
    />
  );
}

function Title({ shown }: { readonly shown: CalendarView }) {
  const [first = shown.day] = shown.days;
  const last = shown.days.at(-1) ?? first;
  if (shown.view === 'day') return <span className={styles.month}>{formatDay(shown.day, 'long')}</span>;
  const names = monthNames('long');
  const month = (day: Day): string => names[Number(day.slice(5, 7)) - 1] ?? '';
  const months = first.slice(0, 7) === last.slice(0, 7) ? month(first) : `${month(first)} to ${month(last)}`;
  return (
    <span className={styles.month}>
      {months} <span className={styles.year}>{Number(last.slice(0, 4))}</span>
    </span>
  );
}

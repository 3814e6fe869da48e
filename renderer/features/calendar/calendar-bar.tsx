import type { Day } from '#contract/time';
import { Bar } from '#renderer/ui/bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { addDays, weekNumber } from '#renderer/ui/days.ts';
import { formatDay, monthNames } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { ChevronDown, ChevronLeft, ChevronRight, PanelRightOpen, Plus } from 'lucide-react';
import styles from './calendar-page.module.css';
import type { CalendarView } from './use-calendar-view.ts';
import { VIEWS, type View, lookOf } from './views.ts';

export interface CalendarBarProps {
  readonly shown: CalendarView;
  readonly today: Day;
  readonly isPaneOpen: boolean;
  onPlan(): void;
  onNew(): void;
  onGoTo(): void;
  onOpenPane(): void;
}

/** In view; the others are a menu away, each with its key. */
const FIRST: readonly View[] = ['day', 'week', 'month'];

/** The head of the calendar: what is shown, the way to other days, and planning. */
export function CalendarBar({ shown, today, isPaneOpen, onPlan, onNew, onGoTo, onOpenPane }: CalendarBarProps) {
  const { unit, label } = lookOf(shown.view);
  const isOther = !FIRST.includes(shown.view);
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
          <span className={styles.views}>
            <SegmentedControl
              label="View"
              value={shown.view}
              options={VIEWS.filter(({ value }) => FIRST.includes(value))}
              onChange={(view) => shown.show(shown.day, view)}
            />
            <Menu
              align="end"
              entries={[
                {
                  kind: 'choice',
                  label: 'View',
                  value: shown.view,
                  options: VIEWS,
                  onChange: (view) => {
                    const chosen = VIEWS.find(({ value }) => value === view);
                    if (chosen) shown.show(shown.day, chosen.value);
                  },
                },
                { kind: 'separator', label: 'days' },
                { label: 'Go to a day', keys: '.', onSelect: onGoTo },
              ]}
              trigger={
                isOther ? (
                  <Button size="small" aria-label={`View: ${label}`}>
                    {label}
                  </Button>
                ) : (
                  <IconButton icon={ChevronDown} label="More views" />
                )
              }
            />
          </span>
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
  const { view, day, days } = shown;
  const year = Number(day.slice(0, 4));
  if (view === 'day') return <span className={styles.month}>{formatDay(day, 'long')}</span>;
  if (view === 'year') return <span className={styles.month}>{year}</span>;
  const [first, last] = view === 'month' || view === 'agenda' ? [day, day] : [days[0] ?? day, days.at(-1) ?? day];
  const names = monthNames('long');
  const month = (one: Day): string => names[Number(one.slice(5, 7)) - 1] ?? '';
  const months = first.slice(0, 7) === last.slice(0, 7) ? month(first) : `${month(first)} to ${month(last)}`;
  return (
    <span className={styles.month}>
      {months} <span className={styles.year}>{Number(last.slice(0, 4))}</span>
      {(view === 'week' || view === 'workweek') && (
        <span className={styles.week}>Week {weekNumber(addDays(first, 3))}</span>
      )}
    </span>
  );
}

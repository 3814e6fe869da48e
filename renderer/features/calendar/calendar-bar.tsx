import type { Day } from '#contract/time';
import { Bar } from '#renderer/ui/bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { addDays, weekNumber } from '#renderer/ui/days.ts';
import { formatDay, monthNames } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { ChevronDown, ChevronLeft, ChevronRight, PanelRightOpen, Plus, Search } from 'lucide-react';
import { useMemo } from 'react';
import styles from './calendar-page.module.css';
import type { CalendarView } from './use-calendar-view.ts';
import { VIEWS, type View, lookOf } from './views.ts';

export interface CalendarBarProps {
  readonly shown: CalendarView;
  readonly isPaneOpen: boolean;
  readonly acts: BarActs;
}

/** The same functions at each render. */
export interface BarActs {
  onPlan(): void;
  onNew(): void;
  onGoTo(): void;
  onFind(): void;
  onOpenPane(): void;
  onStep(direction: 1 | -1): void;
  onToday(): void;
  onView(view: View): void;
}

/** In view; the others are a menu away, each with its key. */
const FIRST: readonly View[] = ['day', 'week', 'month'];

/** The head of the calendar: what is shown, the way to other days, and planning. A step changes the title alone. */
export function CalendarBar({ shown, isPaneOpen, acts }: CalendarBarProps) {
  const { view } = shown;
  const beside = useMemo(() => <Steps view={view} acts={acts} />, [view, acts]);
  const end = useMemo(() => <Ends view={view} isPaneOpen={isPaneOpen} acts={acts} />, [view, isPaneOpen, acts]);
  return <Bar title={<Title shown={shown} />} beside={beside} end={end} />;
}

interface PartProps {
  readonly view: View;
  readonly acts: BarActs;
}

function Steps({ view, acts }: PartProps) {
  const { unit } = lookOf(view);
  return (
    <>
      <IconButton icon={ChevronLeft} label={`${unit} before`} keys="ArrowLeft" onClick={() => acts.onStep(-1)} />
      <Button variant="quiet" size="small" onClick={() => acts.onToday()}>
        Today
      </Button>
      <IconButton icon={ChevronRight} label={`${unit} after`} keys="ArrowRight" onClick={() => acts.onStep(1)} />
    </>
  );
}

function Ends({ view, isPaneOpen, acts }: PartProps & { readonly isPaneOpen: boolean }) {
  const isOther = !FIRST.includes(view);
  return (
    <>
      <span className={styles.views}>
        <SegmentedControl
          label="View"
          value={view}
          options={VIEWS.filter(({ value }) => FIRST.includes(value))}
          onChange={acts.onView}
        />
        <Menu
          align="end"
          entries={[
            {
              kind: 'choice',
              label: 'View',
              value: view,
              options: VIEWS,
              onChange: (value) => {
                const chosen = VIEWS.find((one) => one.value === value);
                if (chosen) acts.onView(chosen.value);
              },
            },
            { kind: 'separator', label: 'days' },
            { label: 'Go to a day', keys: '.', onSelect: acts.onGoTo },
          ]}
          trigger={
            isOther ? (
              <Button size="small" aria-label={`View: ${lookOf(view).label}`}>
                {lookOf(view).label}
              </Button>
            ) : (
              <IconButton icon={ChevronDown} label="More views" />
            )
          }
        />
      </span>
      <IconButton icon={Search} label="Find an event" keys="/" onClick={() => acts.onFind()} />
      <Button size="small" keys="p" onClick={() => acts.onPlan()}>
        Plan
      </Button>
      <IconButton icon={Plus} label="New event" keys="c" onClick={() => acts.onNew()} />
      {!isPaneOpen && <IconButton icon={PanelRightOpen} label="Open pane" onClick={() => acts.onOpenPane()} />}
    </>
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

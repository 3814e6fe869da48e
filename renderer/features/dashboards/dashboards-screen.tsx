import type { Totals } from '#contract/dashboards';
import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useGoTo, useSearchParam } from '#renderer/data/navigation.ts';
import { Bar } from '#renderer/ui/bar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { addDays } from '#renderer/ui/days.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { PagePane } from '#renderer/ui/page-pane.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { useWeekStart } from '#renderer/ui/week-start.ts';
import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { BucketSections } from './bucket-sections.tsx';
import type { Counted } from './counted.ts';
import styles from './dashboards.module.css';
import { GroupSections } from './group-sections.tsx';
import { KeyFigures } from './key-figures.tsx';
import { type PeriodKind, bucketsOf, dayBeside, periodKinds, periodOf } from './period.ts';
import { ThingsPane } from './things-pane.tsx';

const KIND_LABELS = { week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year' } as const;

/** What was planned, done, written and felt, a week to a year at a time. */
export default function DashboardsScreen() {
  const now = useQuery(api.today.now.queryOptions());
  const today = now.data?.day;
  return today === undefined ? <Bar title="Insights" /> : <Dashboards today={today} />;
}

function Dashboards({ today }: { readonly today: Day }) {
  const goTo = useGoTo();
  const firstWeekday = useWeekStart();
  const asked = useSearchParam('by');
  const kind = periodKinds.find((one) => one === asked) ?? 'month';
  const askedDay = useSearchParam('day');
  const day = askedDay !== undefined && isDay(askedDay) ? askedDay : today;
  const period = periodOf(kind, day, firstWeekday);
  const [counted, setCounted] = useState<Counted | null>(null);
  const show = (nextKind: PeriodKind, nextDay: Day): void => {
    setCounted(null);
    goTo(`/insights?by=${nextKind}&day=${nextDay}`, { replace: true });
  };
  const step = (direction: 1 | -1): void => show(kind, dayBeside(period, direction));
  useShortcuts([
    { keys: '[', run: () => step(-1), repeats: true },
    { keys: ']', run: () => step(1), repeats: true },
    { keys: 'w', run: () => show('week', day) },
    { keys: 'm', run: () => show('month', day) },
    { keys: 'q', run: () => show('quarter', day) },
    { keys: 'y', run: () => show('year', day) },
    { keys: 't', run: () => show(kind, today) },
    ...(counted === null ? [] : [{ keys: 'Escape', run: () => setCounted(null) }]),
  ]);
  const { fromDay, toDay } = period;
  const input = { fromDay, toDay };
  const query = useQuery(api.dashboards.figures.queryOptions({ input, placeholderData: (before) => before }));
  const figures = query.data;
  const buckets = figures === undefined ? [] : bucketsOf(period, figures.days, today);
  return (
    <>
      <Bar
        title={period.title}
        beside={
          <>
            <IconButton icon={ChevronLeft} label={`The ${kind} before`} keys="[" onClick={() => step(-1)} />
            <Button variant="quiet" keys="t" onClick={() => show(kind, today)}>
              This {kind}
            </Button>
            <IconButton icon={ChevronRight} label={`The ${kind} after`} keys="]" onClick={() => step(1)} />
          </>
        }
        end={
          <SegmentedControl
            label="How much time"
            value={kind}
            options={periodKinds.map((value) => ({ value, label: KIND_LABELS[value] }))}
            onChange={(next) => show(next, day)}
          />
        }
      />
      {query.error !== null && <ErrorNotice title={failureOf(query.error).message} />}
      {figures !== undefined && (
        <div className={styles.page}>
          {isEmpty(figures.totals) ? (
            <EmptyState
              title="How your time goes"
              action={<Button onClick={() => goTo('/focus')}>Start focusing</Button>}
            >
              Nothing in {period.title} yet. Plan a day, focus on a task, tick it off or write a line, and it is counted
              here.
            </EmptyState>
          ) : (
            <>
              <KeyFigures period={period} figures={figures} onOpen={setCounted} />
              <BucketSections period={period} buckets={buckets} totals={figures.totals} onOpen={setCounted} />
              <GroupSections period={period} projects={figures.projects} tags={figures.tags} onOpen={setCounted} />
            </>
          )}
        </div>
      )}
      {counted !== null && (
        <PagePane>
          <ThingsPane counted={counted} onClose={() => setCounted(null)} />
        </PagePane>
      )}
    </>
  );
}

function isEmpty({ plannedMin, workedMin, done, tasksPlanned, words, moodDays }: Totals): boolean {
  return plannedMin + workedMin + done + tasksPlanned + words + moodDays === 0;
}

/** Addresses can be typed: only a day that exists, with room for a year around it, is one. */
function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && text > '0003' && text < '9998' && addDays(text, 0) === text;
}

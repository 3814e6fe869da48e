import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { useGoTo } from '#renderer/data/navigation.ts';
import { Bar } from '#renderer/ui/bar.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { formatDay, formatTime } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { VirtualList } from '#renderer/ui/virtual-list.tsx';
import { useWeekStart } from '#renderer/ui/week-start.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { AtSign, ChartNoAxesColumn, Plus } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { type ListedDay, listDays } from './day-groups.ts';
import styles from './day-list.module.css';
import { MonthJump } from './month-jump.tsx';
import { moodWord } from './moods.ts';
import type { Now } from './use-now.ts';

export interface DayListProps {
  readonly day: Day;
  readonly now: Now;
  readonly onGo: (day: Day) => void;
  readonly onNew: () => void;
}

const PAGE = 200;

/** The days that have writing, newest first, and a month to jump to any other. */
export function DayList({ day, now, onGo, onNew }: DayListProps) {
  const pages = useInfiniteQuery(
    api.journal.days.infiniteOptions({
      input: (before: Day | undefined) => ({ limit: PAGE, ...(before === undefined ? {} : { before }) }),
      initialPageParam: undefined as Day | undefined,
      getNextPageParam: (last) => last.nextBefore ?? undefined,
    }),
  );
  const goTo = useGoTo();
  const weekStart = useWeekStart();
  const days = useMemo(
    () => listDays(pages.data?.pages.flatMap((page) => page.days) ?? [], now.today, weekStart),
    [pages.data, now.today, weekStart],
  );
  const lastDay = days.at(-1)?.day;

  return (
    <section aria-label="Days" className={styles.list}>
      <Bar
        title="Journal"
        level={2}
        className={styles.bar}
        end={
          <>
            <IconButton
              icon={AtSign}
              label="Pages, tags and people"
              keys="g n"
              onClick={() => goTo('/journal/names')}
            />
            <IconButton
              icon={ChartNoAxesColumn}
              label="Year of writing"
              keys="g y"
              onClick={() => goTo('/journal/year')}
            />
            <MonthJump day={day} today={now.today} onGo={onGo} />
            <IconButton icon={Plus} label="New entry" keys="n" onClick={onNew} />
          </>
        }
      />
      {pages.isSuccess && days.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState compact title="Days you have written">
            They gather here, newest first. Start with today’s page.
          </EmptyState>
        </div>
      ) : (
        <VirtualList
          label="Days you have written"
          role="listbox"
          items={days}
          itemKey={(one) => one.day}
          activeKey={day}
          selectedKeys={new Set([day])}
          estimateHeight={(one) => (one.heading === null ? 64 : 96)}
          onActiveChange={(one) => onGo(one.day)}
          renderItem={(one) => (
            <>
              <DayRow day={one} now={now} isCurrent={one.day === day} />
              {one.day === lastDay && pages.hasNextPage && <AtEnd key={lastDay} onSeen={pages.fetchNextPage} />}
            </>
          )}
        />
      )}
    </section>
  );
}

function DayRow({ day, now, isCurrent }: { readonly day: ListedDay; readonly now: Now; readonly isCurrent: boolean }) {
  return (
    <>
      {day.heading !== null && (
        <span aria-hidden className={styles.heading}>
          {day.heading}
        </span>
      )}
      <span className={styles.row} data-current={isCurrent || undefined}>
        <span className={styles.day}>
          {formatDay(day.day, 'medium')}
          <span className={styles.time}>{formatTime(day.atMs, now.zone)}</span>
        </span>
        <span dir="auto" className={styles.words}>
          {day.firstLine === '' && day.mood !== null ? `A ${moodWord(day.mood)} day` : day.firstLine}
        </span>
      </span>
    </>
  );
}

/** Drawn with the last row: what is older is asked for when the reader comes near it. */
function AtEnd({ onSeen }: { readonly onSeen: () => Promise<unknown> }) {
  useEffect(() => {
    void onSeen();
  }, [onSeen]);
  return null;
}

import type { JournalStreaks } from '#contract/journal';
import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useGoTo, useSearchParam } from '#renderer/data/navigation.ts';
import { Bar } from '#renderer/ui/bar.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatCount, formatDay, formatNumber, monthNames } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { moodWord, moodWords } from './moods.ts';
import { OnThisDay } from './on-this-day.tsx';
import { type Now, useNow } from './use-now.ts';
import { type WrittenDay, YearGrid } from './year-grid.tsx';
import styles from './year-screen.module.css';

/** A year of writing: its days, its words, its moods, and how long one kept at it. */
export default function YearScreen() {
  const now = useNow();
  const asked = Number(useSearchParam('year'));
  if (now === null) return null;
  const thisYear = Number(now.today.slice(0, 4));
  return <Year year={Number.isInteger(asked) && asked >= 1 && asked <= 9998 ? asked : thisYear} now={now} />;
}

function Year({ year, now }: { readonly year: number; readonly now: Now }) {
  const goTo = useGoTo();
  const [shows, setShows] = useState<'words' | 'mood'>('words');
  const written = useQuery({
    ...api.journal.year.queryOptions({ input: { year } }),
    placeholderData: (last) => last?.filter(({ day }) => day.startsWith(`${year}-`)),
  });
  const streaks = useQuery(api.journal.streaks.queryOptions());
  const days = new Map((written.data ?? []).map((one) => [one.day, one]));
  const go = (to: number): void => goTo(`/journal/year?year=${Math.max(1, to)}`, { replace: true });
  useShortcuts([
    { keys: '[', run: () => go(year - 1), repeats: true },
    { keys: ']', run: () => go(year + 1), repeats: true },
    { keys: 't', run: () => goTo('/journal/year', { replace: true }) },
  ]);
  return (
    <>
      <Bar
        title={String(year)}
        beside={
          <>
            <IconButton icon={ChevronLeft} label="Year before" keys="[" onClick={() => go(year - 1)} />
            <IconButton icon={ChevronRight} label="Year after" keys="]" onClick={() => go(year + 1)} />
          </>
        }
        end={
          <SegmentedControl
            label="Show"
            value={shows}
            options={[
              { value: 'words', label: 'Words' },
              { value: 'mood', label: 'Mood' },
            ]}
            onChange={setShows}
          />
        }
      />
      <div className={styles.sheet}>
        {written.isError && (
          <ErrorNotice
            title="This year could not be read"
            advice={failureOf(written.error).message}
            reference={failureOf(written.error).reference}
          />
        )}
        {streaks.data && <Figures streaks={streaks.data} />}
        <YearGrid
          key={year}
          year={year}
          days={days}
          today={now.today}
          shows={shows}
          onOpen={(day) => goTo(`/journal/${day}`)}
        />
        <Legend shows={shows} />
        <div className={styles.columns}>
          <Months year={year} days={written.data ?? []} />
          <section aria-label="On this day" className={styles.memories}>
            <SectionLabel>On this day</SectionLabel>
            <OnThisDay day={now.today} showsAll emptyWords="Nothing was written on this date in earlier years." />
          </section>
        </div>
      </div>
    </>
  );
}

function Figures({ streaks }: { readonly streaks: JournalStreaks }) {
  const { current, longest, isTodayWritten, days, words } = streaks;
  return (
    <dl className={styles.figures}>
      <div>
        <dt>In a row</dt>
        <dd>{formatCount(current, { one: 'day', other: 'days' })}</dd>
        <dd className={styles.aside}>
          {isTodayWritten ? 'with today' : current > 0 ? 'up to yesterday; today is still open' : 'today is still open'}
        </dd>
      </div>
      <div>
        <dt>Longest</dt>
        <dd>{formatCount(longest?.days ?? 0, { one: 'day', other: 'days' })}</dd>
        {longest !== null && (
          <dd className={styles.aside}>
            {longest.days > 1 && `${formatDay(longest.first, 'short')} to `}
            {formatDay(longest.last, 'short')} {longest.last.slice(0, 4)}
          </dd>
        )}
      </div>
      <div>
        <dt>Days written</dt>
        <dd>{formatNumber(days)}</dd>
        <dd className={styles.aside}>since the first entry</dd>
      </div>
      <div>
        <dt>Words</dt>
        <dd>{formatNumber(words)}</dd>
        <dd className={styles.aside}>{days > 0 ? `${formatNumber(Math.round(words / days))} a day written` : ''}</dd>
      </div>
    </dl>
  );
}

function Legend({ shows }: { readonly shows: 'words' | 'mood' }) {
  return (
    <p className={styles.legend}>
      {shows === 'words' ? (
        <>
          <span>Fewer words</span>
          {[0, 1, 2, 3, 4].map((shade) => (
            <span key={shade} aria-hidden data-shade={shade} className={styles.swatch} />
          ))}
          <span>More</span>
        </>
      ) : (
        moodWords.map((word, at) => (
          <span key={word} className={styles.pair}>
            <span aria-hidden data-mood={at + 1} className={styles.swatch} />
            {word}
          </span>
        ))
      )}
    </p>
  );
}

/** The year by month: what the picture shows, as numbers. */
function Months({ year, days }: { readonly year: number; readonly days: readonly WrittenDay[] }) {
  const byMonth = Map.groupBy(days, ({ day }) => Number(day.slice(5, 7)));
  const names = monthNames('long');
  return (
    <table className={styles.months}>
      <caption className={styles.unseen}>Writing in {year} by month</caption>
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col">Days</th>
          <th scope="col">Words</th>
          <th scope="col">Mood</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name, at) => {
          const month = byMonth.get(at + 1) ?? [];
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{formatNumber(month.filter(({ words }) => words > 0).length)}</td>
              <td>{formatNumber(wordsIn(month))}</td>
              <td>{moodOf(month)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Year</th>
          <td>{formatNumber(days.filter(({ words }) => words > 0).length)}</td>
          <td>{formatNumber(wordsIn(days))}</td>
          <td>{moodOf(days)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

const wordsIn = (days: readonly { readonly words: number; readonly day: Day }[]): number =>
  days.reduce((sum, { words }) => sum + words, 0);

/** The word of the mean mood of the days that have one. */
function moodOf(days: readonly WrittenDay[]): string {
  const moods = days.flatMap(({ mood }) => (mood === null ? [] : [mood]));
  return moods.length === 0 ? '' : moodWord(Math.round(moods.reduce((sum, mood) => sum + mood, 0) / moods.length));
}

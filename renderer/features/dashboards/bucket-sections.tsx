import type { Measure, Totals } from '#contract/dashboards';
import { moodWord } from '#renderer/features/journal/index.ts';
import { countScale, scaleOf } from '#renderer/ui/chart-scale.ts';
import { formatCount, formatDuration, formatNumber } from '#renderer/ui/format.ts';
import { Bars, Dots, type Series } from './chart.tsx';
import { type Counted, MEASURES } from './counted.ts';
import { type Cell, type NumbersRow, NumbersSection } from './numbers.tsx';
import type { Bucket, Period } from './period.ts';
import { keptSentence, moodSentence, wordsSentence, workSentence } from './sentences.ts';

interface BucketSectionsProps {
  readonly period: Period;
  readonly buckets: readonly Bucket[];
  readonly totals: Totals;
  readonly onOpen: (counted: Counted) => void;
}

const MINUTE_MS = 60_000;
const TICKS_OF_MOOD = { top: 5, ticks: [5, 3, 1] as const };
const words = (count: number): string => formatCount(count, { one: 'word', other: 'words' });

/** Done against planned, tasks, words and mood, over the days, weeks or months of a time. */
export function BucketSections({ period, buckets, totals, onOpen }: BucketSectionsProps) {
  const most = (of: (bucket: Bucket) => number): number => Math.max(0, ...buckets.map(of));
  const timeScale = scaleOf(most(({ plannedMin, workedMin }) => Math.max(plannedMin, workedMin)) * MINUTE_MS);
  const unitMin = timeScale.unit === 'hours' ? 60 : 1;
  const first = { week: 'Day', month: 'Day', quarter: 'Week', year: 'Month' }[period.kind];
  const open = (measure: Measure, { fromDay, toDay, name }: Bucket): void =>
    onOpen({ measure, title: `${MEASURES[measure]}, ${name}`, fromDay, toDay });
  const rows = (cellsOf: (bucket: Bucket) => readonly Cell[]): NumbersRow[] =>
    newestFirst(buckets).map((bucket) => ({
      key: bucket.fromDay,
      name: bucket.name,
      plainName: bucket.name,
      isNow: bucket.hasToday,
      cells: cellsOf(bucket),
    }));
  const cell = (bucket: Bucket, measure: Measure, value: number | null, text: string): Cell => ({
    value,
    text,
    open: () => open(measure, bucket),
  });
  const fileOf = (name: string): string => `${name}-${period.fromDay}-to-${period.toDay}`;
  const time: readonly Series[] = [
    {
      name: 'Planned',
      of: ({ plannedMin }) => plannedMin / unitMin,
      inWords: ({ plannedMin }) => formatDuration(plannedMin),
      look: 'outline',
    },
    {
      name: 'Worked',
      of: ({ workedMin }) => workedMin / unitMin,
      inWords: ({ workedMin }) => formatDuration(workedMin),
      look: 'solid',
    },
  ];
  const tasks: readonly Series[] = [
    {
      name: 'Planned',
      of: ({ tasksPlanned }) => tasksPlanned,
      inWords: ({ tasksPlanned }) => formatNumber(tasksPlanned),
      look: 'outline',
    },
    { name: 'Done', of: ({ done }) => done, inWords: ({ done }) => formatNumber(done), look: 'solid' },
  ];
  return (
    <>
      <NumbersSection
        title="Time: done against planned"
        unit={timeScale.unit}
        sentence={workSentence(totals, buckets)}
        fileName={fileOf('time')}
        columns={[first, 'Planned', 'Worked']}
        rows={rows((bucket) => [
          cell(bucket, 'planned', bucket.plannedMin, formatDuration(bucket.plannedMin)),
          cell(bucket, 'worked', bucket.workedMin, formatDuration(bucket.workedMin)),
        ])}
        picture={
          <Bars
            buckets={buckets}
            series={time}
            scale={{ top: timeScale.ticks[0], ticks: timeScale.ticks }}
            onPick={(bucket, series) => open(series === 0 ? 'planned' : 'worked', bucket)}
          />
        }
      />
      <NumbersSection
        title="Tasks: done against planned"
        unit="tasks"
        sentence={keptSentence(totals)}
        fileName={fileOf('tasks')}
        columns={[first, 'Planned', 'Kept', 'Done']}
        rows={rows((bucket) => [
          cell(bucket, 'tasksPlanned', bucket.tasksPlanned, formatNumber(bucket.tasksPlanned)),
          cell(bucket, 'tasksKept', bucket.tasksKept, formatNumber(bucket.tasksKept)),
          cell(bucket, 'done', bucket.done, formatNumber(bucket.done)),
        ])}
        picture={
          <Bars
            buckets={buckets}
            series={tasks}
            scale={countScale(most(({ tasksPlanned, done }) => Math.max(tasksPlanned, done)))}
            onPick={(bucket, series) => open(series === 0 ? 'tasksPlanned' : 'done', bucket)}
          />
        }
      />
      <NumbersSection
        title="Words"
        unit="words"
        sentence={wordsSentence(totals)}
        fileName={fileOf('words')}
        columns={[first, 'Words']}
        rows={rows((bucket) => [cell(bucket, 'words', bucket.words, formatNumber(bucket.words))])}
        picture={
          <Bars
            buckets={buckets}
            series={[
              {
                name: 'Written',
                of: (bucket) => bucket.words,
                inWords: (bucket) => words(bucket.words),
                look: 'solid',
              },
            ]}
            scale={countScale(most((bucket) => bucket.words))}
            onPick={(bucket) => open('words', bucket)}
          />
        }
      />
      <NumbersSection
        title="Mood"
        sentence={moodSentence(totals, moodWord)}
        fileName={fileOf('mood')}
        columns={[first, 'Mood']}
        rows={rows((bucket) => [cell(bucket, 'mood', bucket.mood, moodWord(Math.round(bucket.mood ?? 3)))])}
        picture={
          <Dots
            buckets={buckets}
            series={[
              {
                name: 'Mood',
                of: ({ mood }) => mood,
                inWords: ({ mood }) => (mood === null ? 'not told' : moodWord(Math.round(mood))),
                look: 'solid',
              },
            ]}
            scale={TICKS_OF_MOOD}
            tickLabels={TICKS_OF_MOOD.ticks.map(moodWord)}
            onPick={(bucket) => open('mood', bucket)}
          />
        }
      />
    </>
  );
}

/** Of days to come only those with something planned in them. */
function newestFirst(buckets: readonly Bucket[]): Bucket[] {
  const now = buckets.findIndex(({ hasToday }) => hasToday);
  return buckets
    .filter((bucket, at) => now === -1 || at <= now || bucket.plannedMin + bucket.tasksPlanned > 0)
    .toReversed();
}

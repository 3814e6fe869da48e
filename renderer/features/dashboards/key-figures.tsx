import type { Totals } from '#contract/dashboards';
import type { api } from '#renderer/data/api.ts';
import { moodWord } from '#renderer/features/journal/index.ts';
import { formatCount, formatDuration, formatNumber } from '#renderer/ui/format.ts';
import { type Counted, MEASURES } from './counted.ts';
import styles from './dashboards.module.css';
import type { Period } from './period.ts';
import { comparison } from './sentences.ts';

type Figures = Awaited<ReturnType<typeof api.dashboards.figures.call>>;

interface KeyFiguresProps {
  readonly period: Period;
  readonly figures: Pick<Figures, 'totals' | 'before' | 'streaks'>;
  readonly onOpen: (counted: Counted) => void;
}

interface KeyFigure {
  readonly label: string;
  readonly value: string;
  /** Against as many days before, or what else there is to say. */
  readonly detail: string | null;
  readonly measure: Counted['measure'];
}

const days = (count: number): string => formatCount(count, { one: 'day', other: 'days' });

/** The few numbers of a time, each against the same time before. */
export function KeyFigures({ period, figures, onOpen }: KeyFiguresProps) {
  const shown = keyFigures(figures.totals, figures.before, figures.streaks);
  return (
    <ul className={styles.keyFigures} aria-label="In short">
      {shown.map(({ label, value, detail, measure }) => (
        <li key={label}>
          <button
            type="button"
            className={styles.keyFigure}
            data-focus="inset"
            onClick={() =>
              onOpen({
                measure,
                title: `${MEASURES[measure]}, ${period.title}`,
                fromDay: period.fromDay,
                toDay: period.toDay,
              })
            }
          >
            <span className={styles.keyLabel}>
              {label}
              {/* Parts what stands in lines of its own, for readers. */}
              <span className="visually-hidden">, </span>
            </span>
            <span className={styles.keyValue}>
              {value}
              <span className="visually-hidden">{detail === null ? '' : ', '}</span>
            </span>
            <span className={styles.keyDetail}>{detail ?? '\u00a0'}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function keyFigures(now: Totals, before: Totals, streaks: Figures['streaks']): KeyFigure[] {
  return [
    {
      label: 'Done',
      value: formatCount(now.done, { one: 'task', other: 'tasks' }),
      detail: comparison(now.done, before.done, formatNumber),
      measure: 'done',
    },
    {
      label: 'Kept',
      value: now.tasksPlanned === 0 ? 'Nothing planned' : `${now.tasksKept} of ${now.tasksPlanned}`,
      detail: now.tasksPlanned === 0 ? null : 'planned tasks, on their day',
      measure: 'tasksPlanned',
    },
    {
      label: 'Focus',
      value: formatDuration(now.workedMin),
      detail:
        comparison(now.workedMin, before.workedMin, formatDuration) ??
        (streaks.focus.current > 1 ? `${days(streaks.focus.current)} in a row` : null),
      measure: 'worked',
    },
    {
      label: 'Words',
      value: formatNumber(now.words),
      detail: comparison(now.words, before.words, formatNumber),
      measure: 'words',
    },
    {
      label: 'Writing streak',
      value: days(streaks.writing.current),
      detail: `longest here ${days(streaks.writing.longest)}`,
      measure: 'words',
    },
    {
      label: 'Focus streak',
      value: days(streaks.focus.current),
      detail: `longest here ${days(streaks.focus.longest)}`,
      measure: 'worked',
    },
    {
      label: 'Mood',
      value: now.mood === null ? 'Not told' : moodWord(Math.round(now.mood)),
      detail: now.moodDays === 0 ? null : `told on ${days(now.moodDays)}`,
      measure: 'mood',
    },
  ];
}

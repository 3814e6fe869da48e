import type { Day } from '#contract/time';
import { scaleOf } from '#renderer/ui/chart-scale.ts';
import { formatDay, formatDuration } from '#renderer/ui/format.ts';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { weekSentence } from './week-sentence.ts';
import styles from './week-chart.module.css';

interface WeekChartProps {
  /** Seven days, the last one is today. */
  readonly days: readonly { readonly day: Day; readonly workMs: number }[];
  readonly today: Day;
}

/** Focus by day: bars, one sentence that says the same, and the numbers as a table. */
export function WeekChart({ days, today }: WeekChartProps) {
  const scale = scaleOf(Math.max(...days.map(({ workMs }) => workMs)));
  const sentence = weekSentence(days, (day) => formatDay(day, 'weekdayName'));
  return (
    <>
      <SectionLabel end={scale.unit}>Last seven days</SectionLabel>
      <div className={styles.chart} aria-hidden>
        <div className={styles.axis}>
          {scale.ticks.map((tick) => (
            <span key={tick}>{tick}</span>
          ))}
        </div>
        <div className={styles.plot}>
          {days.map(({ day, workMs }) => (
            <span
              key={day}
              className={styles.bar}
              data-today={day === today || undefined}
              style={{ height: `${(workMs / scale.topMs) * 100}%` }}
            />
          ))}
        </div>
        <div className={styles.days}>
          {days.map(({ day }) => (
            <span key={day} data-today={day === today || undefined}>
              {formatDay(day, 'weekday')}
            </span>
          ))}
        </div>
      </div>
      <p className={styles.sentence}>{sentence}</p>
      <details className={styles.numbers}>
        <summary>As a table</summary>
        <table>
          <caption className="visually-hidden">Focus in the last seven days</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Focus</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, workMs }) => (
              <tr key={day}>
                <th scope="row">{formatDay(day, 'medium')}</th>
                <td>{formatDuration(Math.floor(workMs / 60_000))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

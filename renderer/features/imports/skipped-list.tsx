import type { Skipped } from '#contract/imports';
import { formatNumber } from '#renderer/ui/format.ts';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import styles from './import-screen.module.css';

interface SkippedListProps {
  readonly skipped: readonly Skipped[];
  readonly count: number;
  readonly title: string;
}

/** What is not made and why, its like together. */
export function SkippedList({ skipped, count, title }: SkippedListProps) {
  if (count === 0) return null;
  const groups = [...Map.groupBy(skipped, ({ why }) => why)];
  return (
    <section aria-label={title}>
      <SectionLabel end={formatNumber(count)}>{title}</SectionLabel>
      {groups.map(([why, members]) => (
        <details key={why} className={styles.skipped} open={groups.length === 1 && members.length <= 5}>
          <summary data-focus="inset">
            {why} <span className={styles.quiet}>{formatNumber(members.length)}</span>
          </summary>
          <ul>
            {members.map(({ what }, at) => (
              <li key={at} dir="auto">
                {what}
              </li>
            ))}
          </ul>
        </details>
      ))}
      {count > skipped.length && <p className={styles.quiet}>and {formatNumber(count - skipped.length)} more</p>}
    </section>
  );
}

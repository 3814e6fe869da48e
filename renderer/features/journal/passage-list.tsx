import type { Passage } from '#contract/journal';
import type { Day } from '#contract/time';
import { Marked } from '#renderer/features/search/index.ts';
import { formatDay, formatRelativeDay } from '#renderer/ui/format.ts';
import { Link } from '@tanstack/react-router';
import styles from './passage-list.module.css';

export interface PassageListProps {
  readonly label: string;
  readonly passages: readonly Passage[];
  readonly today: Day;
}

/** Passages of entries, each leading to its place. */
export function PassageList({ label, passages, today }: PassageListProps) {
  return (
    <ul aria-label={label} className={styles.list}>
      {passages.map(({ entryId, day, at, mentions, snippet }) => (
        <li key={entryId}>
          <Link to={`/journal/${day}`} search={{ entry: entryId, at }} className={styles.passage}>
            <span className={styles.when}>
              <time dateTime={day} title={formatDay(day, 'full')}>
                {formatRelativeDay(day, today)}
              </time>
              {mentions > 1 && <span>{mentions} times</span>}
            </span>
            <span dir="auto" className={styles.words}>
              <Marked text={snippet.text} ranges={snippet.ranges} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

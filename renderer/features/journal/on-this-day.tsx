import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import styles from './on-this-day.module.css';
import { useNow } from './use-now.ts';

const SHOWN = 3;

/** The same date in earlier years, each with the words it began with; nothing where there are none. */
export function OnThisDay({ day }: { readonly day: Day }) {
  const memories = useQuery(api.journal.onThisDay.queryOptions({ input: { day } }));
  const told = (memories.data ?? []).filter((memory) => memory.firstLine !== '').slice(0, SHOWN);
  if (told.length === 0) return null;
  return (
    <ul aria-label="On this day" className={styles.memories}>
      {told.map((memory) => (
        <li key={memory.day}>
          <Link to={`/journal/${memory.day}`} className={styles.memory}>
            <span className={styles.when}>{memory.yearsAgo === 1 ? 'A year ago' : `${memory.yearsAgo} years ago`}</span>
            <span dir="auto" className={styles.words}>
              {memory.firstLine}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The same for today, on the side of the Today screen. */
export function TodayInEarlierYears() {
  const now = useNow();
  return now === null ? null : <OnThisDay day={now.today} />;
}

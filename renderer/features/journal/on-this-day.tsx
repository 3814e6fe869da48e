import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { moodWord } from './moods.ts';
import styles from './on-this-day.module.css';
import { useNow } from './use-now.ts';

const SHOWN = 3;

export interface OnThisDayProps {
  readonly day: Day;
  /** Every year, also those of moods only; else the newest few. */
  readonly showsAll?: boolean;
  /** Said where there are none; nothing is shown without. */
  readonly emptyWords?: string;
}

/** The same date in earlier years, each with the words it began with. */
export function OnThisDay({ day, showsAll = false, emptyWords }: OnThisDayProps) {
  const [isOpen, setIsOpen] = useState(showsAll);
  const memories = useQuery(api.journal.onThisDay.queryOptions({ input: { day } }));
  const told = (memories.data ?? []).filter((memory) => showsAll || memory.firstLine !== '');
  const shown = isOpen ? told : told.slice(0, SHOWN);
  if (told.length === 0)
    return emptyWords === undefined || memories.isPending ? null : <p className={styles.none}>{emptyWords}</p>;
  return (
    <>
      <ul aria-label="On this day" className={styles.memories}>
        {shown.map((memory) => (
          <li key={memory.day}>
            <Link to={`/journal/${memory.day}`} className={styles.memory}>
              <span className={styles.when}>
                {memory.yearsAgo === 1 ? 'A year ago' : `${memory.yearsAgo} years ago`}
              </span>
              <span dir="auto" className={styles.words}>
                {memory.firstLine === '' && memory.mood !== null ? `A ${moodWord(memory.mood)} day` : memory.firstLine}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {shown.length < told.length && (
        <Button variant="quiet" size="small" onClick={() => setIsOpen(true)}>
          Show all {told.length} years
        </Button>
      )}
    </>
  );
}

/** The same for today, on the side of the Today screen. */
export function TodayInEarlierYears() {
  const now = useNow();
  return now === null ? null : <OnThisDay day={now.today} />;
}

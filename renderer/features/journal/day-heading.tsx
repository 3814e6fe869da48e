import type { Entry, JournalDay } from '#contract/journal';
import { client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { formatCount, formatDay } from '#renderer/ui/format.ts';
import styles from './day-page.module.css';
import { MoodPicker } from './mood-picker.tsx';

export interface DayHeadingProps {
  readonly journal: JournalDay;
  readonly today: string;
  /** The id of the entry that a mood begins where there is none. */
  readonly newId: string;
}

/** The day's name and its facts in one line: mood, words, days in a row. */
export function DayHeading({ journal, today, newId }: DayHeadingProps) {
  const { day, entries, words, streakDays } = journal;
  const told = moodEntry(entries);
  const setMood = useCommand(client.journal.setMood, {
    done: (entry: Entry): string => (entry.mood === null ? 'Mood taken away' : 'Mood noted'),
  });
  return (
    <header className={styles.heading}>
      <h2 className={styles.title}>{formatDay(day, day.slice(0, 4) === today.slice(0, 4) ? 'long' : 'full')}</h2>
      <div className={styles.facts}>
        <MoodPicker
          value={told?.mood ?? null}
          onChange={(mood) => setMood.mutate({ id: told?.id ?? newId, day, mood })}
        />
        {words > 0 && <span>{formatCount(words, { one: 'word', other: 'words' })}</span>}
        {streakDays > 1 && <span>Written {formatCount(streakDays, { one: 'day', other: 'days' })} in a row</span>}
      </div>
    </header>
  );
}

/** The entry whose mood is the day's: the last that has one, else the last. */
function moodEntry(entries: readonly Entry[]): Entry | undefined {
  return entries.findLast((entry) => entry.mood !== null) ?? entries.at(-1);
}

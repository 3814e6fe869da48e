import type { Reminder, ReminderSubject, ReminderWhen } from '#contract/reminders';
import { api, client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { formatRelativeDay, formatTime, formatTimeOfDay } from '#renderer/ui/format.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useQuery } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import styles from './reminder-field.module.css';
import { dayIn } from './told-list.tsx';

interface ReminderFieldProps {
  readonly subject: ReminderSubject;
  /** What a length of time counts back from. */
  readonly anchor: 'start' | 'due' | 'do';
  /** Said under it when the thing has no time yet. */
  readonly hint?: string | undefined;
}

const OFFERED = [
  [0, 'At the time'],
  [15, '15 min'],
  [60, '1 hour'],
  [1_440, '1 day'],
  [10_080, '1 week'],
] as const;

/** The reminders of a thing as chips, lengths to add by a press, and a line that takes words: “15 min before”, “tomorrow 9am”. */
export function ReminderField({ subject, anchor, hint }: ReminderFieldProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const reminders = useQuery(api.reminders.of.queryOptions({ input: subject })).data ?? [];
  const now = useQuery(api.today.now.queryOptions()).data;
  const place = { zone: now?.zone ?? 'UTC', today: now?.day ?? '1970-01-01' };
  const add = useCommand(client.reminders.add, {
    done: () => 'Reminder set',
    onDone: () => setText(''),
    onFailure: (failure) => setError(failure.message),
  });
  const remove = useCommand(client.reminders.remove, { done: () => 'Reminder removed' });
  const set = (when: ReminderWhen): void => add.mutate({ subject, when });
  const taken = new Set(reminders.map(({ offsetMin }) => offsetMin));

  async function addWords(): Promise<void> {
    if (text.trim() === '') return;
    try {
      const read = await client.reminders.readWords({ subject, text });
      if (read) set(read.when);
      else setError('Say when, such as “15 min before” or “tomorrow 9am”.');
    } catch (failure) {
      setError(failureOf(failure).message);
    }
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
      void addWords();
    }
    if (event.key === 'Backspace' && text === '') {
      const last = reminders.at(-1);
      if (last) remove.mutate({ id: last.id });
    }
  }

  return (
    <div className={styles.field}>
      <TextField
        label="Reminders"
        icon={Bell}
        placeholder={reminders.length === 0 ? '15 min before, tomorrow 9am' : 'Add another'}
        hint={hint}
        value={text}
        error={error}
        onChange={(next) => {
          setText(next);
          setError(undefined);
        }}
        onKeyDown={handleKey}
      />
      {reminders.length > 0 && (
        <ul className={styles.chips} aria-label="Reminders that are set">
          {reminders.map((reminder) => (
            <li key={reminder.id}>
              <Chip detail={nextOf(reminder, place)} onRemove={() => remove.mutate({ id: reminder.id })}>
                {wordsOf(reminder, place)}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.chips} role="group" aria-label="Add a reminder before it">
        {OFFERED.filter(([offsetMin]) => !taken.has(offsetMin)).map(([offsetMin, label]) => (
          <Chip key={offsetMin} onPress={() => set({ anchor, offsetMin })}>
            {label}
          </Chip>
        ))}
      </div>
    </div>
  );
}

interface Place {
  readonly zone: string;
  readonly today: string;
}

function wordsOf({ words, atLocal }: Reminder, { today }: Place): string {
  if (words !== null) return words;
  const local = atLocal ?? '';
  return `${formatRelativeDay(local.slice(0, 10), today)} ${formatTimeOfDay(local.slice(11, 16))}`;
}

/** When it tells next, where the words do not say so. */
function nextOf({ nextMs, atLocal }: Reminder, { zone, today }: Place): string {
  if (nextMs === null) return 'none to come';
  if (atLocal !== null) return '';
  const day = dayIn(nextMs, zone);
  return `${day === today ? '' : `${formatRelativeDay(day, today)} `}${formatTime(nextMs, zone)}`;
}

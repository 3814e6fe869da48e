import type { Day } from '#contract/time';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import styles from './note-card.module.css';
import type { Note, Wanted } from './notes.ts';

export interface NoteFormProps {
  readonly note: Note;
  readonly today: Day;
  readonly onAccept: (note: Note, wanted: Wanted) => void;
  readonly onClose: () => void;
}

const WORDS = {
  todo: { name: 'Task', dayLabel: 'Due', add: 'Add task', dayMissing: undefined },
  event: { name: 'Event', dayLabel: 'Day', add: 'Add event', dayMissing: 'An event needs a day.' },
  expense: { name: 'What for', dayLabel: 'Day', add: 'Keep expense', dayMissing: 'An expense needs a day.' },
} as const satisfies Record<Note['kind'], unknown>;

/** A note put into the person's own words before it is accepted. */
export function NoteForm({ note, today, onAccept, onClose }: NoteFormProps) {
  const [title, setTitle] = useState(note.title);
  const [day, setDay] = useState(note.day);
  const [time, setTime] = useState(note.time);
  const [wasSent, setWasSent] = useState(false);
  const { name, dayLabel, add, dayMissing } = WORDS[note.kind];
  const isTitleMissing = title.trim() === '';
  const isDayMissing = dayMissing !== undefined && day === null;
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWasSent(true);
    if (!isTitleMissing && !isDayMissing) onAccept(note, { title, day, time: day === null ? null : time });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        ref={first}
        label={name}
        value={title}
        onChange={setTitle}
        error={isTitleMissing ? 'A title is missing.' : undefined}
      />
      <div className={styles.fields}>
        <DateField
          label={dayLabel}
          today={today}
          value={day ?? undefined}
          onChange={(next) => setDay(next ?? null)}
          error={wasSent && isDayMissing ? dayMissing : undefined}
        />
        {day !== null && note.kind !== 'expense' && (
          <TimeField label="At" value={time ?? undefined} onChange={(next) => setTime(next ?? null)} />
        )}
      </div>
      <div className={styles.actions}>
        <Button variant="primary" size="small" type="submit">
          {add}
        </Button>
        <Button variant="quiet" size="small" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

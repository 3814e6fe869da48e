import type { Day } from '#contract/time';
import { formatDuration, formatRelativeDay, formatTimeRange } from '#renderer/ui/format.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import type { Stretch } from './drag.ts';
import { freeSlots } from './free-slots.ts';
import styles from './place-form.module.css';
import { readWhen } from './read-when.ts';
import { dayOf, instantOf } from './zoned.ts';

export interface PlaceFormProps {
  readonly durationMin: number;
  readonly zone: string;
  readonly today: Day;
  readonly field: RefObject<HTMLInputElement | null>;
  onPlace(to: Stretch): void;
}

const NO_TIME = 'That names no time. Write one such as 15:00 or tomorrow 9am.';
const NO_ROOM = 'That day has no free stretch of this length. Say a time of it to take it all the same.';

/** When a task gets its time: one of the next free stretches, or a time said in words. */
export function PlaceForm({ durationMin, zone, today, field, onPlace }: PlaceFormProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  const words = text.trim();
  const slots = useQuery({
    queryKey: ['calendar free slots', today, durationMin],
    queryFn: () => freeSlots(today, durationMin),
    // Time passes, and what else is on the calendar changes.
    staleTime: 0,
  });
  const said = useQuery({
    queryKey: ['calendar place', words, today, durationMin],
    queryFn: async () => (await stretchSaid(words, durationMin, zone)) ?? null,
    enabled: words !== '',
    placeholderData: (before) => before,
    staleTime: 0,
  });

  async function place(): Promise<void> {
    const to = words === '' ? slots.data?.[0] : await stretchSaid(words, durationMin, zone).catch(() => undefined);
    if (to === 'no room') setError(NO_ROOM);
    else if (to === undefined) setError(NO_TIME);
    else onPlace(to);
  }

  function walk(event: KeyboardEvent): void {
    const sign = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (sign === 0) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const next = buttons.findIndex((button) => button === document.activeElement) + sign;
    event.preventDefault();
    if (next < 0) field.current?.focus();
    else buttons[next]?.focus();
  }

  const saidStretch = said.data === 'no room' ? null : said.data;
  return (
    // Arrows lead from the line to the stretches under it; each of them is a control of its own.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.root} onKeyDown={walk}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void place();
        }}
      >
        <TextField
          ref={field}
          label={`When, for ${formatDuration(durationMin)}`}
          placeholder="15:00, tomorrow 9am"
          value={text}
          autoComplete="off"
          error={error}
          hint={
            words === ''
              ? 'Enter takes the first free stretch.'
              : saidStretch
                ? whenInWords(saidStretch, zone, today)
                : 'Say it as you would to a person.'
          }
          onChange={(next) => {
            setText(next);
            setError(undefined);
          }}
        />
      </form>
      <ul ref={list} className={styles.slots} aria-label="Free stretches">
        {slots.data?.map((slot) => (
          <li key={slot.startMs}>
            <button type="button" className={styles.slot} data-focus="inset" onClick={() => onPlace(slot)}>
              {whenInWords(slot, zone, today)}
            </button>
          </li>
        ))}
      </ul>
      {slots.data?.length === 0 && <p className={styles.none}>No free stretch of this length in two weeks.</p>}
    </div>
  );
}

/** Of a day alone it is the first stretch of it that is free. */
async function stretchSaid(text: string, durationMin: number, zone: string): Promise<Stretch | 'no room' | undefined> {
  const when = await readWhen(text);
  if (when === undefined) return undefined;
  if (!when.allDay) {
    const startMs = instantOf(when.startLocal, zone);
    const endMs = when.endLocal === undefined ? startMs + durationMin * 60_000 : instantOf(when.endLocal, zone);
    return { startMs, endMs };
  }
  const [first] = await freeSlots(when.startLocal, durationMin, 1);
  return first !== undefined && dayOf(first.startMs, zone) === when.startLocal ? first : 'no room';
}

function whenInWords({ startMs, endMs }: Stretch, zone: string, today: Day): string {
  return `${formatRelativeDay(dayOf(startMs, zone), today)}, ${formatTimeRange(startMs, endMs, zone)}`;
}

import type { Day } from '#contract/time';
import { DateField } from '#renderer/ui/date-field.tsx';
import { addDays } from '#renderer/ui/days.ts';
import { Select, type SelectOption } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useState } from 'react';
import styles from './event-form.module.css';
import {
  type Repeat,
  type Unit,
  WEEKDAY_CODES,
  codeOf,
  every,
  linesOf,
  nthOf,
  recurrenceOf,
  repeatWords,
} from './repeat.ts';

export interface RepeatFieldProps {
  /** iCalendar lines; empty when it happens once. */
  readonly value: readonly string[];
  /** The day it begins on: "every month on the third Tuesday" is of that day. */
  readonly day: Day;
  readonly today: Day;
  readonly error?: string | undefined;
  onChange(lines: readonly string[]): void;
}

const NEVER = 'none';
const CUSTOM = 'custom';
const FOREIGN = 'foreign';
const MOST = 1_000;
const UNITS: readonly SelectOption<Unit>[] = [
  { value: 'days', label: 'days' },
  { value: 'weeks', label: 'weeks' },
  { value: 'months', label: 'months' },
  { value: 'years', label: 'years' },
];

/** How an event repeats: one of the usual ways, or one built from its parts; always told in words. */
export function RepeatField({ value, day, today, error, onChange }: RepeatFieldProps) {
  const [isCustom, setCustom] = useState(false);
  const found = recurrenceOf(value, day);
  const repeat = found.kind === 'built' ? found.repeat : undefined;
  const presets = presetsOf(day).map((preset) => ({ preset, words: repeatWords(preset, day) }));
  const words = repeat && repeatWords({ ...repeat, end: { by: 'never' } }, day);
  const preset = presets.find((one) => one.words === words);
  const shown =
    found.kind === 'none' ? NEVER : found.kind === 'foreign' ? FOREIGN : isCustom ? CUSTOM : (preset?.words ?? CUSTOM);
  const write = (next: Repeat | null): void => onChange(linesOf(next, value, day));

  return (
    <div className={styles.repeat}>
      <Select
        label="Repeats"
        value={shown}
        error={error}
        hint={repeat && (shown === CUSTOM || repeat.end.by !== 'never') ? repeatWords(repeat, day) : undefined}
        options={[
          { value: NEVER, label: 'Never' },
          ...presets.map(({ words: label }) => ({ value: label, label })),
          { value: CUSTOM, label: 'Another way…' },
          ...(found.kind === 'foreign' ? [{ value: FOREIGN, label: 'As it came from its calendar' }] : []),
        ]}
        onChange={(choice) => {
          setCustom(choice === CUSTOM);
          if (choice === NEVER) write(null);
          else if (choice === CUSTOM) write(repeat ?? every(1, 'weeks', day));
          else if (choice !== FOREIGN)
            write({ ...presets.find((one) => one.words === choice)!.preset, end: repeat?.end ?? { by: 'never' } });
        }}
      />
      {repeat !== undefined && (
        <>
          {shown === CUSTOM && <Rhythm repeat={repeat} day={day} onChange={write} />}
          <End repeat={repeat} day={day} today={today} onChange={write} />
        </>
      )}
    </div>
  );
}

function presetsOf(day: Day): readonly Repeat[] {
  return [
    every(1, 'days', day),
    every(1, 'weeks', day, { weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'] }),
    every(1, 'weeks', day),
    every(2, 'weeks', day),
    every(1, 'months', day),
    every(1, 'months', day, { monthly: { by: 'weekday', nth: nthFor(day) } }),
    every(1, 'years', day),
  ];
}

/** A fifth weekday is missing in most months: the last one is meant. */
const nthFor = (day: Day): number => (nthOf(day) === 5 ? -1 : nthOf(day));

interface PartProps {
  readonly repeat: Repeat;
  readonly day: Day;
  onChange(next: Repeat): void;
}

function Rhythm({ repeat, day, onChange }: PartProps) {
  return (
    <>
      <div className={styles.pair}>
        <CountField label="Every" value={repeat.every} onChange={(count) => onChange({ ...repeat, every: count })} />
        <Select
          label="Unit"
          value={repeat.unit}
          options={UNITS}
          onChange={(unit) => onChange({ ...every(repeat.every, unit, day), end: repeat.end })}
        />
      </div>
      {repeat.unit === 'weeks' && (
        <div role="group" aria-label="Weekdays" className={styles.weekdays}>
          {WEEKDAY_CODES.map((code, index) => (
            <button
              key={code}
              type="button"
              className={styles.weekday}
              aria-pressed={repeat.weekdays.includes(code)}
              aria-label={DAY_WORDS[index]}
              onClick={() => {
                const others = repeat.weekdays.filter((one) => one !== code);
                const next = others.length < repeat.weekdays.length ? others : [...others, code];
                // One at least: of none there would be no event at all.
                const kept = next.length === 0 ? [codeOf(day)] : next;
                onChange({ ...repeat, weekdays: WEEKDAY_CODES.filter((one) => kept.includes(one)) });
              }}
            >
              {DAY_WORDS[index]!.slice(0, 2)}
            </button>
          ))}
        </div>
      )}
      {repeat.unit === 'months' && (
        <Select
          label="On"
          value={repeat.monthly.by === 'date' ? 'date' : String(repeat.monthly.nth)}
          options={['date', String(nthOf(day)), ...(isLastOfItsKind(day) && nthOf(day) !== 5 ? ['-1'] : [])].map(
            (choice) => {
              const value = choice === '5' ? '-1' : choice;
              return { value, label: onWords({ ...repeat, monthly: monthlyOf(value) }, day) };
            },
          )}
          onChange={(choice) => onChange({ ...repeat, monthly: monthlyOf(choice) })}
        />
      )}
    </>
  );
}

const DAY_WORDS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const monthlyOf = (choice: string): Repeat['monthly'] =>
  choice === 'date' ? { by: 'date' } : { by: 'weekday', nth: Number(choice) };

/** "day 24" or "the last Tuesday". */
function onWords(repeat: Repeat, day: Day): string {
  return repeatWords({ ...repeat, every: 1, end: { by: 'never' } }, day).replace('Every month on ', '');
}

const isLastOfItsKind = (day: Day): boolean => addDays(day, 7).slice(0, 7) !== day.slice(0, 7);

function End({ repeat, day, today, onChange }: PartProps & { readonly today: Day }) {
  const { end } = repeat;
  return (
    <div className={styles.pair}>
      <Select
        label="Ends repeating"
        value={end.by}
        options={[
          { value: 'never', label: 'Never' },
          { value: 'day', label: 'On a day' },
          { value: 'count', label: 'After some times' },
        ]}
        onChange={(by) =>
          onChange({
            ...repeat,
            end: by === 'never' ? { by } : by === 'day' ? { by, day: addDays(day, 28) } : { by, count: 10 },
          })
        }
      />
      {end.by === 'day' && (
        <DateField
          label="Last day"
          today={today}
          value={end.day}
          error={end.day < day ? 'It ends before it begins.' : undefined}
          onChange={(last) => {
            if (last !== undefined) onChange({ ...repeat, end: { by: 'day', day: last } });
          }}
        />
      )}
      {end.by === 'count' && (
        <CountField
          label="Times"
          value={end.count}
          onChange={(count) => onChange({ ...repeat, end: { by: 'count', count } })}
        />
      )}
    </div>
  );
}

function CountField(props: { readonly label: string; readonly value: number; onChange(count: number): void }) {
  const [text, setText] = useState<string>();
  const count = Number(text ?? props.value);
  const isRight = Number.isInteger(count) && count >= 1 && count <= MOST;
  return (
    <TextField
      label={props.label}
      inputMode="numeric"
      value={text ?? String(props.value)}
      error={text !== undefined && text !== '' && !isRight ? `A number from 1 to ${MOST}.` : undefined}
      onChange={(next) => setText(next)}
      onBlur={() => {
        if (!isRight) return;
        setText(undefined);
        if (count !== props.value) props.onChange(count);
      }}
    />
  );
}

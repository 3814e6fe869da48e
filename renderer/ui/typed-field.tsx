import { useState, type KeyboardEvent, type ReactNode } from 'react';

import type { FieldProps } from './field.tsx';
import type { LucideIcon } from './icon.tsx';
import { TextField } from './text-field.tsx';

export interface TypedFieldProps<Value> extends FieldProps {
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
  readonly parse: (text: string) => Value | undefined;
  readonly format: (value: Value) => string;
  /** What to say when the text can't be read; the text stays. */
  readonly complaint: string;
  readonly placeholder?: string | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly trailing?: ReactNode;
  /** The value one step up (1) or down (-1) of the arrow keys. */
  readonly step?: (value: Value | undefined, direction: 1 | -1) => Value;
}

/**
 * A field whose text means something: a day, a time, a length of time.
 *
 * What is typed is read when the field is left or Enter is pressed, and then shown in the app's own words. Text that
 * can't be read stays as typed, with the complaint below it, and changes nothing.
 */
export function TypedField<Value>({
  value,
  onChange,
  parse,
  format,
  complaint,
  step,
  error,
  ...rest
}: TypedFieldProps<Value>) {
  const [draft, setDraft] = useState<string>();
  const [isRefused, setRefused] = useState(false);
  const text = draft ?? (value === undefined ? '' : format(value));

  function commit(): boolean {
    if (draft === undefined) return true;
    const next = draft.trim() === '' ? undefined : parse(draft);
    if (next === undefined && draft.trim() !== '') {
      setRefused(true);
      return false;
    }
    setDraft(undefined);
    setRefused(false);
    if (next !== value) onChange(next);
    return true;
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    // A form must not be sent with what could not be read.
    if (event.key === 'Enter' && !commit()) event.preventDefault();
    if (event.key === 'Escape' && draft !== undefined) {
      // The first Escape takes the typing back; only the next one may close what the field stands in.
      event.stopPropagation();
      event.nativeEvent.stopImmediatePropagation();
      setDraft(undefined);
      setRefused(false);
    }
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : undefined;
    if (step !== undefined && direction !== undefined && !event.altKey) {
      event.preventDefault();
      setDraft(undefined);
      setRefused(false);
      onChange(step(draft === undefined ? value : (parse(draft) ?? value), direction));
    }
  }

  return (
    <TextField
      {...rest}
      value={text}
      error={isRefused ? complaint : error}
      onChange={(next) => {
        setDraft(next);
        setRefused(false);
      }}
      onBlur={commit}
      onKeyDown={handleKey}
      onFocus={(event) => event.target.select()}
      autoComplete="off"
      spellCheck={false}
    />
  );
}

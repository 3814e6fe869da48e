import type { Day } from '#contract/time';
import { failureOf } from '#renderer/data/failure.ts';
import { formatDay } from '#renderer/ui/format.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useState } from 'react';
import { type ReadWhen, readWhen } from './read-when.ts';

/** A time said in words, "next friday 3pm to 4pm" or "every tue at 10": what was understood goes into the fields below. */
export function WhenField({ today, onRead }: { readonly today: Day; onRead(read: ReadWhen): void }) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();

  async function read(): Promise<void> {
    if (text.trim() === '') return;
    try {
      const found = await readWhen(text);
      if (found === undefined) return setError('That names no time. Write one such as friday 3pm to 4pm.');
      setText('');
      onRead(found);
    } catch (cause) {
      setError(failureOf(cause).message);
    }
  }

  return (
    <TextField
      label="When, in words"
      placeholder={`${formatDay(today, 'weekdayName').toLowerCase()} 3pm to 4pm`}
      value={text}
      error={error}
      autoComplete="off"
      spellCheck={false}
      onChange={(next) => {
        setText(next);
        setError(undefined);
      }}
      onBlur={() => void read()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || text.trim() === '') return;
        // The time first: the form is sent with the next Enter.
        event.preventDefault();
        void read();
      }}
    />
  );
}

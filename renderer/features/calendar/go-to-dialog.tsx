import type { Day } from '#contract/time';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { formatDay } from '#renderer/ui/format.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readDay } from './read-when.ts';

export interface GoToDialogProps {
  readonly today: Day;
  onGo(day: Day): void;
  onClose(): void;
}

/** A day said in words, to go there: "next friday", "24 dec", "in 3 weeks". */
export function GoToDialog({ today, onGo, onClose }: GoToDialogProps) {
  const [text, setText] = useState('');
  const [isRefused, setRefused] = useState(false);
  const { data: day } = useQuery({
    queryKey: ['calendar go to', text, today],
    queryFn: async () => (await readDay(text, today)) ?? null,
    enabled: text.trim() !== '',
    placeholderData: (before) => before,
  });

  async function go(): Promise<void> {
    // What was typed last may not be read yet.
    const found = await readDay(text, today).catch(() => undefined);
    if (found === undefined) return setRefused(true);
    onGo(found);
    onClose();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Go to a day"
      width="narrow"
      footer={
        <Button variant="primary" form="go-to-day" type="submit" keys="Enter">
          Go
        </Button>
      }
    >
      <form
        id="go-to-day"
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        <TextField
          label="Day"
          placeholder="next friday, 24 dec, in 3 weeks"
          value={text}
          hint={text.trim() !== '' && day ? formatDay(day, 'full') : 'Say it as you would to a person.'}
          error={isRefused ? 'That names no day. Write one such as next friday or 24 dec.' : undefined}
          autoComplete="off"
          onChange={(next) => {
            setText(next);
            setRefused(false);
          }}
        />
      </form>
    </Dialog>
  );
}

import type { Day } from '#contract/time';
import { client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { formatDay } from '#renderer/ui/format.ts';
import { useState } from 'react';

export interface MoveEntryDialogProps {
  readonly entryId: string;
  readonly day: Day;
  readonly today: Day;
  readonly onClose: () => void;
}

/** Asks for the day an entry belongs to. */
export function MoveEntryDialog({ entryId, day, today, onClose }: MoveEntryDialogProps) {
  const [target, setTarget] = useState<Day | undefined>(day);
  const [error, setError] = useState<string>();
  const move = useCommand(client.journal.moveToDay, {
    done: (entry) => `Moved to ${formatDay(entry.day, 'long')}`,
    onDone: onClose,
    onFailure: (failure) => setError(failure.message),
  });
  const submit = (): void => {
    if (target === undefined) setError('Write a day such as yesterday or 13 nov.');
    else if (target === day) onClose();
    else move.mutate({ id: entryId, day: target });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Move to another day"
      width="narrow"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" onClick={submit}>
            Move
          </Button>
        </>
      }
    >
      <DateField
        label="Day"
        today={today}
        value={target}
        onChange={(next) => {
          setTarget(next);
          setError(undefined);
        }}
        error={error}
      />
    </Dialog>
  );
}

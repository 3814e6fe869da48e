import type { Day, TimeOfDay } from '#contract/time';
import { client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { formatDay } from '#renderer/ui/format.ts';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { useState } from 'react';

export interface MoveEntryDialogProps {
  readonly entryId: string;
  readonly day: Day;
  /** The time of day it has. */
  readonly time: TimeOfDay;
  readonly today: Day;
  readonly onClose: () => void;
}

/** Asks for the day and the time an entry belongs to. */
export function MoveEntryDialog({ entryId, day, time, today, onClose }: MoveEntryDialogProps) {
  const [target, setTarget] = useState<Day | undefined>(day);
  const [targetTime, setTargetTime] = useState<TimeOfDay | undefined>(time);
  const [error, setError] = useState<string>();
  const move = useCommand(client.journal.moveToDay, {
    done: (entry) => (entry.day === day ? 'Time changed' : `Moved to ${formatDay(entry.day, 'long')}`),
    onDone: onClose,
    onFailure: (failure) => setError(failure.message),
  });
  const submit = (): void => {
    if (target === undefined) setError('Write a day such as yesterday or 13 nov.');
    else if (target === day && targetTime === time) onClose();
    else move.mutate({ id: entryId, day: target, ...(targetTime !== undefined && { time: targetTime }) });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Day and time of the entry"
      width="narrow"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" onClick={submit}>
            Change
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
      <TimeField label="Time" value={targetTime} onChange={setTargetTime} />
    </Dialog>
  );
}

import { client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { LucideIcon } from '#renderer/ui/icon.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useState } from 'react';

interface SnoozeDialogProps {
  readonly alarmId: string;
  readonly icon: LucideIcon;
  readonly onClose: () => void;
}

/** Puts a reminder off to a time that is said in words. */
export function SnoozeDialog({ alarmId, icon, onClose }: SnoozeDialogProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const snooze = useCommand(client.reminders.snooze, {
    done: () => 'Reminder put off',
    onDone: onClose,
    onFailure: (failure) => setError(failure.message),
  });
  return (
    <Dialog title="Put it off until" open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          snooze.mutate({ alarmIds: [alarmId], until: { words: text } });
        }}
      >
        <TextField
          label="Until"
          hidesLabel
          icon={icon}
          placeholder="in 2 hours, friday 9am"
          value={text}
          error={error}
          onChange={(next) => {
            setText(next);
            setError(undefined);
          }}
        />
        <div style={{ display: 'flex', justifyContent: 'end', marginTop: 'var(--s3)' }}>
          <Button type="submit" variant="primary" keys="Enter">
            Put off
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

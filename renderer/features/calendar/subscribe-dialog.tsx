import { formatCount, formatDay } from '#renderer/ui/format.ts';
import { client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useState } from 'react';
import styles from './calendar-list.module.css';

const EVENTS = { one: 'event', other: 'events' };

/** Follows a calendar at an address: what is there is shown before anything is kept. */
export function SubscribeDialog({ onClose }: { onClose(): void }) {
  const [url, setUrl] = useState('');
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  const [mustConfirm, setMustConfirm] = useState(false);
  const [isConfirmed, setConfirmed] = useState(false);
  const onFailure = ({ reason, message }: { reason: string; message: string }): void => {
    setError(message);
    if (reason === 'ADDRESS_PRIVATE' || reason === 'ADDRESS_INSECURE') setMustConfirm(true);
  };
  const look = useCommand(client.calendar.previewFeed, {
    onDone: (found) => setName((before) => before || (found.name ?? '')),
    onFailure,
  });
  const subscribe = useCommand(client.calendar.subscribe, {
    done: () => 'Subscribed',
    onDone: onClose,
    onFailure,
  });
  const found = look.data;
  const isBusy = look.isPending || subscribe.isPending;

  function go(): void {
    if (isBusy) return;
    setError(undefined);
    const address = { url: url.trim(), isConfirmed };
    if (found === undefined) look.mutate(address);
    else subscribe.mutate({ ...address, ...(name.trim() === '' ? {} : { name: name.trim() }) });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Subscribe to a calendar"
      width="narrow"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="subscribe-form">
            {isBusy ? 'Looking…' : found === undefined ? 'Look at it' : 'Subscribe'}
          </Button>
        </>
      }
    >
      <form
        id="subscribe-form"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <TextField
          label="Address"
          placeholder="https:// or webcal://"
          hint="Braindump asks this address for its calendar every hour. Nothing of yours is sent."
          value={url}
          error={error}
          onChange={(next) => {
            setUrl(next);
            setError(undefined);
            setMustConfirm(false);
            setConfirmed(false);
            look.reset();
          }}
        />
        {mustConfirm && (
          <Checkbox
            showsLabel
            label="I know this address: read it all the same"
            checked={isConfirmed}
            onChange={setConfirmed}
          />
        )}
        {found !== undefined && (
          <>
            <p className={styles.none}>
              {formatCount(found.events.added, EVENTS)}
              {found.days !== null &&
                `, from ${formatDay(found.days.first, 'dated')} to ${formatDay(found.days.last, 'dated')}`}
              .
            </p>
            <TextField label="Name" value={name} maxLength={200} onChange={setName} />
          </>
        )}
      </form>
    </Dialog>
  );
}

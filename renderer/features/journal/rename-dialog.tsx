import type { ReferenceKind } from '#contract/journal';
import { api, client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

export interface RenameDialogProps {
  readonly kind: ReferenceKind;
  readonly name: string;
  readonly onClose: () => void;
  readonly onRenamed: (name: string) => void;
}

/** Another name for a page, tag or person, in every entry that mentions it; says beforehand how many. */
export function RenameDialog({ kind, name, onClose, onRenamed }: RenameDialogProps) {
  const [to, setTo] = useState(name);
  const [error, setError] = useState<string>();
  const wanted = to.trim();
  const preview = useQuery({
    ...api.journal.renamePreview.queryOptions({ input: { kind, name, to: wanted } }),
    enabled: wanted !== '',
    placeholderData: (last) => last,
  });
  const rename = useCommand(client.journal.rename, {
    done: ({ entries }) => `Renamed in ${formatCount(entries, { one: 'entry', other: 'entries' })}`,
    onDone: () => onRenamed(wanted),
    onFailure: (failure) => setError(failure.message),
  });
  const submit = (): void => {
    if (wanted === '') setError('A name is missing.');
    else if (wanted === name) onClose();
    else rename.mutate({ kind, name, to: wanted });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Rename ${name}`}
      description={preview.data && tellRename(preview.data, wanted)}
      width="narrow"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" onClick={submit}>
            Rename
          </Button>
        </>
      }
    >
      <TextField
        label="New name"
        value={to}
        onChange={(next) => {
          setTo(next);
          setError(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) submit();
        }}
        error={error}
      />
    </Dialog>
  );
}

/** "12 mentions in 5 entries will say Dana Reyes." */
function tellRename(preview: { mentions: number; entries: number; taken: number }, to: string): string {
  const mentions = formatCount(preview.mentions, { one: 'mention', other: 'mentions' });
  const entries = formatCount(preview.entries, { one: 'entry', other: 'entries' });
  const joined =
    preview.taken === 0
      ? ''
      : ` ${to} has ${formatCount(preview.taken, { one: 'mention', other: 'mentions' })} already: both become one.`;
  return `${mentions} in ${entries} will change.${joined}`;
}

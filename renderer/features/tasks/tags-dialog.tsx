import type { Tag } from '#contract/tasks';
import { api, client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { ColorPicker } from '#renderer/ui/color-picker.tsx';
import { colorClass } from '#renderer/ui/colors.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Popover } from '#renderer/ui/popover.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import styles from './tags-dialog.module.css';
import { useDraft } from './use-draft.ts';

/** The names and colours of all tags. */
export function TagsDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const tags = useQuery({ ...api.tasks.tags.queryOptions(), enabled: open }).data ?? [];
  return (
    <Dialog open={open} onClose={onClose} title="Tags" description="A change holds on every task that carries the tag.">
      {tags.length === 0 ? (
        <p>There are no tags any more. Give a task one and it is here.</p>
      ) : (
        <ul className={styles.rows}>
          {tags.map((tag) => (
            <li key={tag.id} className={styles.row}>
              <TagRow tag={tag} openTasks={tag.openTasks} />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function TagRow({ tag, openTasks }: { readonly tag: Tag; readonly openTasks: number }) {
  const [error, setError] = useState<string>();
  const recolor = useCommand(client.tasks.updateTag);
  const remove = useCommand(client.tasks.removeTag, { done: () => `Tag ${tag.name} deleted` });
  const name = useDraft(tag.name, async (text) => {
    try {
      await client.tasks.updateTag({ id: tag.id, name: text.trim() });
      setError(undefined);
      return true;
    } catch (failure) {
      setError(failureOf(failure).message);
      return false;
    }
  });
  return (
    <>
      <Popover
        label={`Colour of ${tag.name}`}
        trigger={
          <button
            type="button"
            className={clsx(styles.color, colorClass(tag.color))}
            aria-label={`Colour of ${tag.name}`}
          />
        }
      >
        <ColorPicker
          label={`Colour of ${tag.name}`}
          value={tag.color}
          onChange={(color) => recolor.mutate({ id: tag.id, color })}
        />
      </Popover>
      <TextField
        label={`Name of ${tag.name}`}
        hidesLabel
        dir="auto"
        value={name.text}
        error={error}
        onChange={name.onChange}
        onBlur={name.commit}
        onKeyDown={(event) => event.key === 'Enter' && name.commit()}
      />
      <span className={styles.count}>{formatCount(openTasks, { one: 'open', other: 'open' })}</span>
      <IconButton icon={Trash2} label={`Delete the tag ${tag.name}`} onClick={() => remove.mutate({ id: tag.id })} />
    </>
  );
}

import type { TaskList } from '#contract/tasks';
import type { Day } from '#contract/time';
import { client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { Plus } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { belonging, wordsOf } from './lists.ts';

interface QuickAddProps {
  readonly list: TaskList;
  readonly tag: string | undefined;
  readonly today: Day;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** A line that adds to the list it stands over: Enter adds and stays. */
export function QuickAdd({ list, tag, today, inputRef }: QuickAddProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const create = useCommand(client.tasks.create, {
    done: () => 'Task added',
    // What was typed meanwhile is the next task.
    onDone: (_, input) => setText((current) => (current === input.title ? '' : current)),
    onFailure: ({ message }) => setError(message),
  });
  const words = wordsOf(list).add;
  if (words === null) return null;
  return (
    <TextField
      ref={inputRef}
      label={words}
      hidesLabel
      placeholder={tag === undefined ? words : `${words}, tagged ${tag}`}
      icon={Plus}
      dir="auto"
      value={text}
      error={error}
      onChange={(next) => {
        setText(next);
        setError(undefined);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') {
          // Leaves the line; what is typed stays, and so does what is open.
          event.stopPropagation();
          event.currentTarget.blur();
        }
        if (event.key !== 'Enter' || text.trim() === '' || create.isPending) return;
        event.preventDefault();
        create.mutate({ title: text, ...belonging(list, today, tag) });
      }}
    />
  );
}

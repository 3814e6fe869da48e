import type { NewTask } from '#contract/tasks';
import { api, client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { linesOfPaste } from './lines-of-paste.ts';
import styles from './quick-add.module.css';
import { namesOf } from './use-task-commands.ts';

interface QuickAddProps {
  /** "Add a task for today" */
  readonly label: string;
  /** What tasks get that are added here, where their words say nothing else. */
  readonly place: Omit<NewTask, 'title'>;
  /** The task the next one goes before; null for the end. */
  readonly beforeId: string | null;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** The line was left. */
  readonly onLeave: () => void;
}

/**
 * A line that adds to the list it stands over: Enter adds and stays, days and marks in it are read, with Shift it is kept as
 * written. Several lines pasted become several tasks.
 */
export function QuickAdd({ label, place, beforeId, inputRef, onLeave }: QuickAddProps) {
  const [text, setText] = useState('');
  const [pasted, setPasted] = useState<readonly string[]>([]);
  const [error, setError] = useState<string>();
  const words = useQuery({
    ...api.tasks.readLine.queryOptions({ input: { text: text.slice(0, MAX_READ) } }),
    enabled: text.trim() !== '' && text.length <= MAX_READ,
    placeholderData: keepPreviousData,
  }).data;
  const add = useCommand(client.tasks.addLines, {
    done: (tasks) => `Added ${namesOf(tasks)}`,
    onDone(_, { lines }) {
      // What was typed meanwhile is the next task.
      setText((current) => (lines.length === 1 && current === lines[0] ? '' : current));
      if (lines.length > 1) setPasted([]);
    },
    onFailure: ({ message }) => setError(message),
  });
  const submit = (lines: readonly string[], asWritten: boolean): void => {
    if (!add.isPending) add.mutate({ lines: [...lines], asWritten, place, beforeId });
  };

  return (
    <div>
      <TextField
        ref={inputRef}
        label={label}
        hidesLabel
        placeholder={label}
        icon={Plus}
        dir="auto"
        value={text}
        error={error}
        onChange={(next) => {
          setText(next);
          setError(undefined);
        }}
        onPaste={(event) => {
          const lines = linesOfPaste(event.clipboardData.getData('text/plain'));
          if (lines.length < 2) return;
          event.preventDefault();
          setPasted(lines.slice(0, MAX_LINES));
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') {
            // Leaves the line; what is typed stays, and so does what is open.
            event.stopPropagation();
            if (pasted.length > 0) return setPasted([]);
            event.currentTarget.blur();
            onLeave();
          }
          if (event.key !== 'Enter') return;
          if (pasted.length > 0) {
            event.preventDefault();
            submit(pasted, false);
          } else if (text.trim() !== '') {
            event.preventDefault();
            submit([text], event.shiftKey);
          }
        }}
      />
      {text.trim() !== '' && typeof words?.words === 'string' && pasted.length === 0 && (
        <p className={styles.read} role="status">
          <bdi>{words.title}</bdi>: {words.words}. Shift+Enter keeps every word as the title.
        </p>
      )}
      {pasted.length > 0 && (
        <section className={styles.pasted} aria-label="Pasted lines">
          <p role="status">
            {formatCount(pasted.length, { one: 'line', other: 'lines' })} pasted; each becomes a task.
          </p>
          <ul>
            {pasted.slice(0, 4).map((line, index) => (
              // A preview never changes its order.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index} dir="auto">
                {line}
              </li>
            ))}
            {pasted.length > 4 && <li>and {pasted.length - 4} more</li>}
          </ul>
          <div className={styles.actions}>
            <Button size="small" variant="primary" keys="Enter" onClick={() => submit(pasted, false)}>
              Add {pasted.length} tasks
            </Button>
            <Button
              size="small"
              onClick={() => {
                setText(pasted.join(' '));
                setPasted([]);
              }}
            >
              Make it one
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}

/** Lines longer than this are no to-do; they are added as they are. */
const MAX_READ = 2_000;
/** As many as one command adds (contract). */
const MAX_LINES = 500;

import type { Task } from '#contract/tasks';
import { api, client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { PaneSection } from '#renderer/ui/pane.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { Row } from '#renderer/ui/row.tsx';
import { SectionLabel } from '#renderer/ui/section-label.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useQuery } from '@tanstack/react-query';
import { Hourglass, Plus } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { linesOfPaste } from './lines-of-paste.ts';
import styles from './task-links.module.css';
import type { TaskCommands } from './use-task-commands.ts';

interface PartsProps {
  readonly task: Task;
  readonly commands: TaskCommands;
  readonly onOpen: (id: string) => void;
}

/** The sub-tasks of a task: how far they are, each to check off, and a line that adds more. */
export function SubTasks({ task, commands, onOpen }: PartsProps) {
  const parts = useQuery(api.tasks.subTasks.queryOptions({ input: { id: task.id } })).data ?? [];
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const add = useCommand(client.tasks.addLines, {
    onDone: () => setText(''),
    onFailure: ({ message }) => setError(message),
  });
  const submit = (lines: readonly string[]): void => {
    if (lines.length > 0 && !add.isPending) add.mutate({ lines: [...lines], place: { parentId: task.id } });
  };
  const { closed, total } = task.subTasks;
  return (
    <PaneSection>
      <SectionLabel end={total === 0 ? undefined : `${closed} of ${total}`}>Sub-tasks</SectionLabel>
      {total > 0 && (
        <div className={styles.progress}>
          <ProgressBar label="Sub-tasks done" value={closed / total} />
        </div>
      )}
      <ul className={styles.parts}>
        {parts.map((part) => (
          <li key={part.id}>
            <Row
              tone={part.status === 'open' ? 'plain' : 'quiet'}
              leading={
                <Checkbox
                  checked={part.status === 'done'}
                  indeterminate={part.status === 'dropped'}
                  label={`${part.status === 'open' ? 'Complete' : 'Reopen'}: ${part.title}`}
                  onChange={() =>
                    (part.status === 'open' ? commands.complete : commands.reopen).mutate({ tasks: [part] })
                  }
                />
              }
              title={
                <span className={styles.title} dir="auto" data-done={part.status !== 'open' || undefined}>
                  {part.title}
                </span>
              }
              end={part.subTasks.total === 0 ? undefined : `${part.subTasks.closed}/${part.subTasks.total}`}
              onOpen={() => onOpen(part.id)}
            />
          </li>
        ))}
      </ul>
      <TextField
        label="Add a sub-task"
        hidesLabel
        placeholder="Add a sub-task"
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
          submit(lines);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || text.trim() === '') return;
          event.preventDefault();
          submit([text]);
        }}
      />
    </PaneSection>
  );
}

/** What a task waits for, and a line that finds more. */
export function Waits({ task, onOpen }: { readonly task: Task; readonly onOpen: (id: string) => void }) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [error, setError] = useState<string>();
  const listId = useId();
  const isAsking = text.trim() !== '';
  const open = useQuery({
    ...api.tasks.list.queryOptions({ input: { list: 'all', limit: 5_000 } }),
    enabled: isAsking,
  }).data;
  const taken = new Set([task.id, ...task.waitsFor.map(({ id }) => id)]);
  const wanted = text.trim().toLowerCase();
  const options = isAsking
    ? (open ?? []).filter(({ id, title }) => !taken.has(id) && title.toLowerCase().includes(wanted)).slice(0, 6)
    : [];

  async function change(next: { addWaitsFor: string[] } | { removeWaitsFor: string[] }): Promise<void> {
    try {
      await client.tasks.update({ ids: [task.id], change: next });
      setText('');
      setError(undefined);
    } catch (failure) {
      setError(failureOf(failure).message);
    }
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = options[active];
    if (step !== 0 && options.length > 0) setActive((active + step + options.length) % options.length);
    else if (event.key === 'Enter' && chosen) void change({ addWaitsFor: [chosen.id] });
    else return;
    event.preventDefault();
  }

  return (
    <PaneSection>
      <SectionLabel>Waits for</SectionLabel>
      {task.waitsFor.length > 0 && (
        <ul className={styles.waits}>
          {task.waitsFor.map(({ id, title, isOpen }) => (
            <li key={id}>
              <Chip
                icon={Hourglass}
                detail={isOpen ? undefined : 'done'}
                onPress={() => onOpen(id)}
                onRemove={() => void change({ removeWaitsFor: [id] })}
              >
                {title}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      <TextField
        label="Task it waits for"
        hidesLabel
        placeholder="Nothing may begin before… find a task"
        dir="auto"
        value={text}
        error={error}
        onChange={(next) => {
          setText(next);
          setActive(0);
          setError(undefined);
        }}
        onKeyDown={handleKey}
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={options.length > 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
      />
      <div id={listId} role="listbox" aria-label="Tasks found" hidden={options.length === 0}>
        {options.map(({ id, title }, index) => (
          <div
            key={id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles.option}
            dir="auto"
            onPointerDown={(event) => {
              event.preventDefault();
              void change({ addWaitsFor: [id] });
            }}
          >
            {title}
          </div>
        ))}
      </div>
    </PaneSection>
  );
}

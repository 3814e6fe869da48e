import type { Task } from '#contract/tasks';
import type { Day } from '#contract/time';
import { api } from '#renderer/data/api.ts';
import { colorClass } from '#renderer/ui/colors.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { taskLists } from './lists.ts';
import { type DropPlace, changeFor, movedWords } from './places.ts';
import styles from './move-list.module.css';
import type { TaskCommands } from './use-task-commands.ts';

interface MoveListProps {
  readonly tasks: readonly Task[];
  readonly today: Day;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly commands: TaskCommands;
  readonly onDone: () => void;
}

interface Target {
  readonly key: string;
  readonly label: string;
  readonly color?: Parameters<typeof colorClass>[0];
  readonly place: DropPlace;
}

const LISTS = ['inbox', 'today', 'upcoming', 'anytime', 'someday'] as const;

/** Where tasks can go: lists and projects, found by typing. A name that is none yet makes a project. */
export function MoveList({ tasks, today, inputRef, commands, onDone }: MoveListProps) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const projects = useQuery(api.projects.list.queryOptions()).data ?? [];
  const wanted = text.trim().toLowerCase();
  const targets: readonly Target[] = [
    ...LISTS.map((list) => ({
      key: list,
      label: taskLists.find((one) => one.list === list)!.label,
      place: { kind: 'list', list } as const,
    })),
    ...projects
      .filter(({ status }) => status === 'open' || status === 'someday')
      .map(({ id, name, color }) => ({ key: id, label: name, color, place: { kind: 'project', id } as const })),
  ].filter(({ label }) => label.toLowerCase().includes(wanted));
  const isNew = wanted !== '' && !projects.some(({ name }) => name.toLowerCase() === wanted);
  const count = targets.length + (isNew ? 1 : 0);

  function put(target: Target): void {
    const change = changeFor(target.place, today);
    if (change !== null && change !== 'complete')
      commands.update.mutate({ tasks, change, words: movedWords(tasks, target.label) });
    onDone();
  }

  function pick(index: number): void {
    const target = targets[index];
    if (target) put(target);
    else if (isNew) {
      commands.update.mutate({ tasks, change: { project: text.trim() }, words: movedWords(tasks, text.trim()) });
      onDone();
    }
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActive((active + step + count) % Math.max(1, count));
    else if (event.key === 'Enter') pick(active);
    else return;
    event.preventDefault();
  }

  const option = (key: string, index: number, label: string, color?: Target['color']) => (
    <div
      key={key}
      id={`${listId}-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={index === active}
      className={clsx(styles.option, color !== undefined && colorClass(color))}
      ref={(element) => {
        if (index === active) element?.scrollIntoView({ block: 'nearest' });
      }}
      onPointerDown={(event) => {
        event.preventDefault();
        pick(index);
      }}
    >
      {color !== undefined && <span className={styles.dot} />}
      <span dir="auto" className={styles.label}>
        {label}
      </span>
    </div>
  );

  return (
    <div className={styles.frame}>
      <TextField
        ref={inputRef}
        label="List or project"
        hidesLabel
        placeholder="List or project"
        value={text}
        onChange={(next) => {
          setText(next);
          setActive(0);
        }}
        onKeyDown={handleKey}
        role="combobox"
        aria-expanded={count > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={count > 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
      />
      <div id={listId} role="listbox" aria-label="Lists and projects" className={styles.list}>
        {targets.map((target, index) => option(target.key, index, target.label, target.color))}
        {isNew && option('new', targets.length, `New project “${text.trim()}”`)}
      </div>
    </div>
  );
}

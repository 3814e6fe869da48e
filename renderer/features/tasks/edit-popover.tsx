import type { Task } from '#contract/tasks';
import type { Day } from '#contract/time';
import { Button } from '#renderer/ui/button.tsx';
import { addDays, weekdayOf } from '#renderer/ui/days.ts';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { MonthGrid } from '#renderer/ui/month-grid.tsx';
import { Popover } from '#renderer/ui/popover.tsx';
import { type KeyboardEvent, type MouseEvent, type ReactElement, type RefObject, useRef, useState } from 'react';
import styles from './edit-popover.module.css';
import { PriorityMark, priorities } from './priority-mark.tsx';
import { TagsField } from './tags-field.tsx';
import type { TaskCommands } from './use-task-commands.ts';

/** What of a task can be changed beside its row. */
export type EditKind = 'due' | 'tags' | 'priority';

interface EditPopoverProps {
  readonly kind: EditKind;
  readonly targets: readonly Task[];
  readonly today: Day;
  readonly commands: TaskCommands;
  readonly trigger: ReactElement<Record<string, unknown>>;
  /** Without it the popover opens and closes by its trigger. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

const titles = { due: 'Due day', tags: 'Tags', priority: 'Priority' } as const;

/** A small editor for one fact of one or many tasks. */
export function EditPopover({ kind, targets, today, commands, trigger, open, onOpenChange }: EditPopoverProps) {
  const [isOwnOpen, setOwnOpen] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const line = useRef<HTMLInputElement>(null);
  const ids = targets.map((task) => task.id);
  const setOpen = onOpenChange ?? setOwnOpen;

  function change(change: { dueDay: Day | null } | { priority: number }): void {
    commands.update.mutate({ ids, change });
    setOpen(false);
  }

  return (
    <Popover
      label={targets.length > 1 ? `${titles[kind]} of ${targets.length} tasks` : titles[kind]}
      showsTitle={targets.length > 1}
      trigger={trigger}
      align="end"
      open={open ?? isOwnOpen}
      onOpenChange={setOpen}
      initialFocus={kind === 'tags' ? line : first}
    >
      {/* React lets a press in here go on to the row the popover belongs to. */}
      <div role="presentation" onClick={stop} onDoubleClick={stop}>
        {kind === 'due' && (
          <DueDay
            value={shared(targets, (task) => task.dueDay) ?? undefined}
            today={today}
            dayRef={first}
            onPick={(dueDay) => change({ dueDay })}
          />
        )}
        {kind === 'priority' && (
          <Priority
            value={shared(targets, (task) => task.priority)}
            buttonRef={first}
            onPick={(priority) => change({ priority })}
          />
        )}
        {kind === 'tags' && (
          <div className={styles.tags}>
            <TagsField
              label="Tags"
              hidesLabel
              inputRef={line}
              value={sharedTags(targets)}
              onChange={(tags) => commands.update.mutate({ ids, change: tagChange(sharedTags(targets), tags) })}
            />
          </div>
        )}
      </div>
    </Popover>
  );
}

const stop = (event: MouseEvent): void => event.stopPropagation();

/** The value all have, or undefined. */
function shared<Value>(targets: readonly Task[], valueOf: (task: Task) => Value): Value | undefined {
  const [first, ...rest] = targets;
  if (first === undefined) return undefined;
  return rest.every((task) => valueOf(task) === valueOf(first)) ? valueOf(first) : undefined;
}

const sharedTags = ([first, ...rest]: readonly Task[]): readonly string[] =>
  (first?.tags ?? [])
    .filter(({ id }) => rest.every((task) => task.tags.some((tag) => tag.id === id)))
    .map((tag) => tag.name);

/** From one set of names to another, so that tags only some of the tasks have stay. */
function tagChange(before: readonly string[], after: readonly string[]): { addTags: string[]; removeTags: string[] } {
  return {
    addTags: after.filter((name) => !before.includes(name)),
    removeTags: before.filter((name) => !after.includes(name)),
  };
}

interface DueDayProps {
  readonly value: Day | undefined;
  readonly today: Day;
  readonly dayRef: RefObject<HTMLButtonElement | null>;
  readonly onPick: (day: Day | null) => void;
}

function DueDay({ value, today, dayRef, onPick }: DueDayProps) {
  return (
    <>
      <div className={styles.quick}>
        <Button size="small" onClick={() => onPick(today)}>
          Today
        </Button>
        <Button size="small" onClick={() => onPick(addDays(today, 1))}>
          Tomorrow
        </Button>
        <Button size="small" onClick={() => onPick(addDays(today, 8 - weekdayOf(today)))}>
          Next week
        </Button>
        <Button size="small" onClick={() => onPick(null)}>
          No day
        </Button>
      </div>
      <MonthGrid value={value} today={today} dayRef={dayRef} onPick={onPick} />
    </>
  );
}

interface PriorityProps {
  readonly value: number | undefined;
  readonly buttonRef: RefObject<HTMLButtonElement | null>;
  readonly onPick: (priority: number) => void;
}

function Priority({ value, buttonRef, onPick }: PriorityProps) {
  const list = useRef<HTMLDivElement>(null);

  function handleKey(event: KeyboardEvent): void {
    const digit = Number(event.key);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (digit >= 1 && digit <= 4) onPick(digit);
    else if (step === 0) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }

  return (
    <div ref={list} role="group" aria-label="Priority" className={styles.choices}>
      {priorities.map(({ priority, label }) => (
        <button
          key={priority}
          ref={priority === (value ?? 3) ? buttonRef : undefined}
          type="button"
          className={styles.choice}
          aria-pressed={priority === value}
          onKeyDown={handleKey}
          onClick={() => onPick(priority)}
        >
          <PriorityMark priority={priority} />
          <span>{label}</span>
          <Kbd keys={String(priority)} />
        </button>
      ))}
    </div>
  );
}

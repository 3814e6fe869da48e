import type { Task, TaskChange } from '#contract/tasks';
import type { Day } from '#contract/time';
import { Button } from '#renderer/ui/button.tsx';
import { addDays, weekdayOf } from '#renderer/ui/days.ts';
import { formatDuration } from '#renderer/ui/format.ts';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { MonthGrid } from '#renderer/ui/month-grid.tsx';
import { Popover } from '#renderer/ui/popover.tsx';
import { type KeyboardEvent, type MouseEvent, type ReactElement, type RefObject, useRef, useState } from 'react';
import styles from './edit-popover.module.css';
import { MoveList } from './move-list.tsx';
import { movedWords } from './places.ts';
import { PriorityMark, priorities } from './priority-mark.tsx';
import { TagsField } from './tags-field.tsx';
import type { TaskCommands } from './use-task-commands.ts';

/** What of a task can be changed beside its row. */
export type EditKind = 'due' | 'do' | 'tags' | 'priority' | 'move' | 'estimate';

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

const titles: Readonly<Record<EditKind, string>> = {
  due: 'Due day',
  do: 'Do on',
  tags: 'Tags',
  priority: 'Priority',
  move: 'Move to',
  estimate: 'Estimate',
};

/** A small editor for one fact of one or many tasks. */
export function EditPopover({ kind, targets, today, commands, trigger, open, onOpenChange }: EditPopoverProps) {
  const [isOwnOpen, setOwnOpen] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const line = useRef<HTMLInputElement>(null);
  const setOpen = onOpenChange ?? setOwnOpen;

  function change(change: TaskChange, words?: string): void {
    commands.update.mutate({ tasks: targets, change, ...(words === undefined ? {} : { words }) });
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
      initialFocus={kind === 'tags' || kind === 'move' ? line : first}
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
        {kind === 'do' && (
          <DueDay
            value={shared(targets, (task) => task.doDay) ?? undefined}
            today={today}
            dayRef={first}
            onPick={(doDay) => change({ doDay })}
            onSomeday={() => change({ someday: true }, movedWords(targets, 'Someday'))}
          />
        )}
        {kind === 'move' && (
          <MoveList tasks={targets} today={today} inputRef={line} commands={commands} onDone={() => setOpen(false)} />
        )}
        {kind === 'estimate' && (
          <Choices
            label="Estimate"
            options={ESTIMATES.map((minutes) => ({
              value: minutes,
              label: minutes === null ? 'No estimate' : formatDuration(minutes),
            }))}
            value={shared(targets, (task) => task.estimateMin)}
            buttonRef={first}
            onPick={(estimateMin) => change({ estimateMin })}
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
              onChange={(tags) =>
                commands.update.mutate({ tasks: targets, change: tagChange(sharedTags(targets), tags) })
              }
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
  readonly onSomeday?: () => void;
}

function DueDay({ value, today, dayRef, onPick, onSomeday }: DueDayProps) {
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
        {onSomeday !== undefined && (
          <Button size="small" onClick={onSomeday}>
            Someday
          </Button>
        )}
      </div>
      <MonthGrid value={value} today={today} dayRef={dayRef} onPick={onPick} />
    </>
  );
}

/** Lengths a person thinks in. */
const ESTIMATES = [5, 15, 30, 45, 60, 90, 120, 180, 240, null] as const;

interface PriorityProps {
  readonly value: number | undefined;
  readonly buttonRef: RefObject<HTMLButtonElement | null>;
  readonly onPick: (priority: number) => void;
}

const Priority = ({ value, buttonRef, onPick }: PriorityProps) => (
  <Choices
    label="Priority"
    options={priorities.map(({ priority, label }) => ({
      value: priority,
      label,
      mark: <PriorityMark priority={priority} />,
      keys: String(priority),
    }))}
    value={value ?? 3}
    buttonRef={buttonRef}
    onPick={onPick}
  />
);

interface ChoicesProps<Value> {
  readonly label: string;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly mark?: ReactElement;
    /** The digit that picks it. */
    readonly keys?: string;
  }[];
  readonly value: Value | undefined;
  readonly buttonRef: RefObject<HTMLButtonElement | null>;
  readonly onPick: (value: Value) => void;
}

/** A few values in a column: arrows move, Enter or its digit picks. */
function Choices<Value>({ label, options, value, buttonRef, onPick }: ChoicesProps<Value>) {
  const list = useRef<HTMLDivElement>(null);
  const startAt = Math.max(
    0,
    options.findIndex((option) => option.value === value),
  );

  function handleKey(event: KeyboardEvent): void {
    const byDigit = options.find(({ keys }) => keys === event.key);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (byDigit) onPick(byDigit.value);
    else if (step === 0) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }

  return (
    <div ref={list} role="group" aria-label={label} className={styles.choices}>
      {options.map((option, index) => (
        <button
          key={String(option.value)}
          ref={index === startAt ? buttonRef : undefined}
          type="button"
          className={styles.choice}
          aria-pressed={option.value === value}
          onKeyDown={handleKey}
          onClick={() => onPick(option.value)}
        >
          {option.mark}
          <span>{option.label}</span>
          {option.keys !== undefined && <Kbd keys={option.keys} />}
        </button>
      ))}
    </div>
  );
}

import type { NoticedTodo } from '#contract/insights';
import type { Day, TimeOfDay } from '#contract/time';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { formatDay, formatTimeOfDay } from '#renderer/ui/format.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { clsx } from 'clsx';
import { Check, Pencil, X } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type FocusEvent, type FormEvent, type KeyboardEvent } from 'react';
import styles from './note-card.module.css';

/** A to-do as the person wants it. */
export interface WantedTodo {
  readonly title: string;
  readonly dueDay: Day | null;
  readonly dueTime: TimeOfDay | null;
}

export interface NoteActions {
  readonly onAccept: (todo: NoticedTodo, wanted: WantedTodo) => void;
  readonly onLink: (todo: NoticedTodo, taskId: string) => void;
  readonly onRefuse: (todo: NoticedTodo) => void;
  readonly onComplete: (taskId: string, isDone: boolean) => void;
  /** It is in hand: show its words. */
  readonly onSelect: (todo: NoticedTodo) => void;
}

export interface NoteCardProps extends NoteActions {
  readonly todo: NoticedTodo;
  readonly today: Day;
  readonly isSelected: boolean;
  /** The last failure of this note, in the user's words. */
  readonly error: string | undefined;
}

/** A to-do seen in an entry: offered with accept, edit and refuse, or the task it became. */
export function NoteCard(props: NoteCardProps) {
  const { todo, isSelected, onSelect } = props;
  const [isEditing, setIsEditing] = useState(false);
  const card = useRef<HTMLDivElement>(null);
  const keepsFocus = useRef(false);
  useLayoutEffect(() => {
    // In hand it has other buttons than at rest or while edited: the focus goes from what was there to the first.
    if (keepsFocus.current) card.current?.querySelector<HTMLElement>('[data-first]')?.focus();
    keepsFocus.current = false;
  });
  const setEditing = (isNowEditing: boolean): void => {
    keepsFocus.current = !isNowEditing && isEditing;
    setIsEditing(isNowEditing);
  };
  const takeInHand = (event: FocusEvent): void => {
    // A pressed button must not give way to another one under the pointer before the click is over.
    if (isSelected || !event.target.matches(':focus-visible')) return;
    keepsFocus.current = true;
    onSelect(todo);
  };
  if (todo.task) return <AcceptedNote {...props} task={todo.task} />;
  return (
    // Keys of the group work from any of its buttons; each of them also has its button.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={card}
      role="group"
      aria-label={`Task seen in your words: ${todo.title}`}
      className={clsx(styles.card, (isSelected || isEditing) && styles.inHand)}
      onFocus={takeInHand}
      onKeyDown={(event) => handleKey(event, props, setEditing)}
    >
      {isEditing ? (
        <NoteForm {...props} onClose={() => setEditing(false)} />
      ) : (
        <OfferedNote {...props} onEdit={() => setEditing(true)} />
      )}
      {props.error !== undefined && (
        <p role="alert" className={styles.error}>
          {props.error}
        </p>
      )}
    </div>
  );
}

function handleKey(
  event: KeyboardEvent,
  { todo, ...actions }: NoteCardProps,
  setIsEditing: (isEditing: boolean) => void,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const isWriting = event.target instanceof Element && event.target.matches('input');
  const runs: Readonly<Record<string, () => void>> = isWriting
    ? { escape: () => setIsEditing(false) }
    : {
        a: () => acceptOrLink(todo, actions),
        e: () => setIsEditing(true),
        r: () => actions.onRefuse(todo),
        escape: () => setIsEditing(false),
      };
  const run = runs[event.key.toLowerCase()];
  if (!run) return;
  event.preventDefault();
  event.stopPropagation();
  run();
}

/** Where a task like it exists, accepting means that one. */
function acceptOrLink(todo: NoticedTodo, { onAccept, onLink }: Pick<NoteActions, 'onAccept' | 'onLink'>): void {
  if (todo.similar) onLink(todo, todo.similar.id);
  else onAccept(todo, todo);
}

function OfferedNote({
  todo,
  today,
  isSelected,
  onAccept,
  onLink,
  onRefuse,
  onSelect,
  onEdit,
}: NoteCardProps & { readonly onEdit: () => void }) {
  const { similar } = todo;
  const accept = (): void => acceptOrLink(todo, { onAccept, onLink });
  return (
    <>
      <p className={styles.kind}>
        Task
        {isSelected ? (
          <span className={styles.due}>{dueWords(todo, today)}</span>
        ) : (
          <span className={styles.small}>
            <IconButton
              icon={Check}
              label={similar ? `Link: ${todo.title}` : `Accept: ${todo.title}`}
              data-first
              onClick={accept}
            />
            <IconButton icon={Pencil} label={`Edit: ${todo.title}`} onClick={onEdit} />
            <IconButton icon={X} label={`Refuse: ${todo.title}`} onClick={() => onRefuse(todo)} />
          </span>
        )}
      </p>
      <p className={styles.title}>
        {isSelected ? (
          todo.title
        ) : (
          <button type="button" tabIndex={-1} className={styles.open} onClick={() => onSelect(todo)}>
            {todo.title}
          </button>
        )}
      </p>
      {isSelected && (
        <p className={styles.like}>{similar ? `There is a task like it: ${similar.title}` : 'No task like it yet'}</p>
      )}
      {isSelected && (
        <div className={styles.actions}>
          <Button variant="primary" size="small" keys="a" data-first onClick={accept}>
            {similar ? 'Link' : 'Accept'}
          </Button>
          <Button variant="quiet" size="small" keys="e" onClick={onEdit}>
            {similar ? 'New' : 'Edit'}
          </Button>
          <Button variant="quiet" size="small" keys="r" onClick={() => onRefuse(todo)}>
            Refuse
          </Button>
        </div>
      )}
    </>
  );
}

function NoteForm({ todo, today, onAccept, onClose }: NoteCardProps & { readonly onClose: () => void }) {
  const [title, setTitle] = useState(todo.title);
  const [dueDay, setDueDay] = useState(todo.dueDay);
  const [dueTime, setDueTime] = useState(todo.dueTime);
  const isMissing = title.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isMissing) onAccept(todo, { title, dueDay, dueTime: dueDay === null ? null : dueTime });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label="Task"
        value={title}
        onChange={setTitle}
        error={isMissing ? 'A title is missing.' : undefined}
        ref={(input) => input?.focus()}
      />
      <div className={styles.fields}>
        <DateField label="Due" today={today} value={dueDay ?? undefined} onChange={(day) => setDueDay(day ?? null)} />
        {dueDay !== null && (
          <TimeField label="At" value={dueTime ?? undefined} onChange={(time) => setDueTime(time ?? null)} />
        )}
      </div>
      <div className={styles.actions}>
        <Button variant="primary" size="small" type="submit">
          Add task
        </Button>
        <Button variant="quiet" size="small" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function AcceptedNote({
  todo,
  task,
  today,
  onComplete,
}: NoteCardProps & { readonly task: NonNullable<NoticedTodo['task']> }) {
  const isDone = task.status !== 'open';
  return (
    <div role="group" aria-label={`Task: ${task.title}`} className={styles.accepted}>
      <Checkbox
        checked={isDone}
        label={isDone ? `Reopen: ${task.title}` : `Complete: ${task.title}`}
        onChange={(done) => onComplete(task.id, done)}
      />
      <span className={clsx(styles.acceptedTitle, isDone && styles.done)}>{task.title}</span>
      {!isDone && todo.dueDay !== null && (
        <span className={styles.due}>
          {formatDay(todo.dueDay, todo.dueDay.slice(0, 4) === today.slice(0, 4) ? 'medium' : 'short')}
        </span>
      )}
    </div>
  );
}

function dueWords({ dueDay, dueTime }: NoticedTodo, today: Day): string {
  if (dueDay === null) return '';
  const year = dueDay.slice(0, 4) === today.slice(0, 4) ? '' : ` ${dueDay.slice(0, 4)}`;
  return `due ${formatDay(dueDay, 'medium')}${year}${dueTime === null ? '' : ` ${formatTimeOfDay(dueTime)}`}`;
}

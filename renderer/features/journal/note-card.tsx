import type { Day } from '#contract/time';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { formatDay, formatMoney, formatTimeOfDay } from '#renderer/ui/format.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { clsx } from 'clsx';
import { CalendarCheck, Check, Pencil, WalletCards, X } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import styles from './note-card.module.css';
import { NoteForm } from './note-form.tsx';
import { isOffered, type Note, type Wanted } from './notes.ts';

const kindWords = { todo: 'Task', event: 'Event', expense: 'Expense' } as const;

export interface NoteActions {
  readonly onAccept: (note: Note, wanted: Wanted) => void;
  readonly onLink: (note: Note, taskId: string) => void;
  readonly onRefuse: (note: Note) => void;
  readonly onComplete: (taskId: string, isDone: boolean) => void;
  /** It is in hand: show its words. */
  readonly onSelect: (note: Note) => void;
}

export interface NoteCardProps extends NoteActions {
  readonly note: Note;
  readonly today: Day;
  readonly isSelected: boolean;
  /** It is decided, and the answer is on its way. */
  readonly isPending: boolean;
  /** The last failure of this note, in the user's words. */
  readonly error: string | undefined;
}

/** A to-do, a meeting or money seen in an entry: offered with accept, edit and refuse, or what it became. */
export function NoteCard(props: NoteCardProps) {
  const { note, isSelected, onSelect } = props;
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
    onSelect(note);
  };
  if (!isOffered(note)) return <AcceptedNote {...props} />;
  return (
    // Keys of the group work from any of its buttons; each of them also has its button.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={card}
      role="group"
      aria-label={`${kindWords[note.kind]} seen in your words: ${note.title}`}
      aria-busy={props.isPending || undefined}
      className={clsx(styles.card, (isSelected || isEditing) && styles.inHand, props.isPending && styles.pending)}
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
  { note, ...actions }: NoteCardProps,
  setIsEditing: (isEditing: boolean) => void,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const isWriting = event.target instanceof Element && event.target.matches('input');
  const runs: Readonly<Record<string, () => void>> = isWriting
    ? { escape: () => setIsEditing(false) }
    : {
        a: () => (needsDay(note) ? setIsEditing(true) : acceptOrLink(note, actions)),
        e: () => setIsEditing(true),
        r: () => actions.onRefuse(note),
        escape: () => setIsEditing(false),
      };
  const run = runs[event.key.toLowerCase()];
  if (!run) return;
  event.preventDefault();
  event.stopPropagation();
  run();
}

/** Where a task like it exists, accepting means that one. */
function acceptOrLink(note: Note, { onAccept, onLink }: Pick<NoteActions, 'onAccept' | 'onLink'>): void {
  if (note.kind === 'todo' && note.similar) onLink(note, note.similar.id);
  else onAccept(note, note);
}

/** A meeting can't be on the calendar without a day. */
const needsDay = (note: Note): boolean => note.kind === 'event' && note.day === null;

function OfferedNote({
  note,
  today,
  isSelected,
  onAccept,
  onLink,
  onRefuse,
  onSelect,
  onEdit,
}: NoteCardProps & { readonly onEdit: () => void }) {
  const similar = note.kind === 'todo' ? note.similar : null;
  const accept = (): void => (needsDay(note) ? onEdit() : acceptOrLink(note, { onAccept, onLink }));
  return (
    <>
      <p className={styles.kind}>
        {kindWords[note.kind]}
        {isSelected ? (
          <span className={styles.due}>{whenWords(note, today)}</span>
        ) : (
          <span className={styles.small}>
            <IconButton
              icon={Check}
              label={similar ? `Link: ${note.title}` : `Accept: ${note.title}`}
              data-first
              onClick={accept}
            />
            <IconButton icon={Pencil} label={`Edit: ${note.title}`} onClick={onEdit} />
            <IconButton icon={X} label={`Refuse: ${note.title}`} onClick={() => onRefuse(note)} />
          </span>
        )}
      </p>
      <p className={styles.title}>
        {isSelected ? (
          shownTitle(note)
        ) : (
          <button type="button" tabIndex={-1} className={styles.open} onClick={() => onSelect(note)}>
            {shownTitle(note)}
          </button>
        )}
      </p>
      {isSelected && note.kind === 'todo' && (
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
          <Button variant="quiet" size="small" keys="r" onClick={() => onRefuse(note)}>
            Refuse
          </Button>
        </div>
      )}
    </>
  );
}

/** A task, event or expense that a note became: the text keeps its mark, the margin keeps its state. */
function AcceptedNote({ note, today, onComplete }: NoteCardProps) {
  const task = note.kind === 'todo' ? note.task : null;
  const isDone = task !== null && task.status !== 'open';
  return (
    <div role="group" aria-label={`${kindWords[note.kind]}: ${note.title}`} className={styles.accepted}>
      {task === null ? (
        <Icon icon={note.kind === 'expense' ? WalletCards : CalendarCheck} />
      ) : (
        <Checkbox
          checked={isDone}
          label={isDone ? `Reopen: ${note.title}` : `Complete: ${note.title}`}
          onChange={(done) => onComplete(task.id, done)}
        />
      )}
      <span className={clsx(styles.acceptedTitle, isDone && styles.done)}>{shownTitle(note)}</span>
      {!isDone && <span className={styles.due}>{whenWords(note, today)}</span>}
    </div>
  );
}

/** What was seen; money with how much it was. */
const shownTitle = (note: Note): string =>
  note.kind === 'expense' ? `${note.title}, ${formatMoney(note.amount)}` : note.title;

/** "due Fri 27 Nov 17:00"; of money the day, when it is another than today. */
function whenWords({ kind, day, time }: Note, today: Day): string {
  if (day === null || (kind === 'expense' && day === today)) return '';
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`;
  const clock = time === null ? '' : ` ${formatTimeOfDay(time)}`;
  return `${kind === 'todo' ? 'due ' : ''}${formatDay(day, 'medium')}${year}${clock}`;
}

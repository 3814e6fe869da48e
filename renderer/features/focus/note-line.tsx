import type { FocusNote } from '#contract/focus';
import { client } from '#renderer/data/api.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { ariaKeyShortcuts } from '#renderer/ui/keys.ts';
import { formatCount, formatTime } from '#renderer/ui/format.ts';
import { useShortcuts } from '#renderer/ui/use-shortcuts.ts';
import { Link } from '@tanstack/react-router';
import { PencilLine } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import styles from './note-line.module.css';

/** The newest ones; all of them wait in the inbox. */
const SHOWN = 3;

interface NoteLineProps {
  readonly notes: readonly FocusNote[];
  readonly zone: string;
}

/** What else comes to mind: noted in one line, kept in the inbox, and back to the work. */
export function NoteLine({ notes, zone }: NoteLineProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const line = useRef<HTMLInputElement>(null);
  const note = useCommand(client.focus.note, {
    onDone: () => {
      setText('');
      line.current?.blur();
    },
    onFailure: ({ message }) => setProblem(message),
  });
  useShortcuts([{ keys: 'n', run: () => line.current?.focus() }]);

  function handleKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') line.current?.blur();
    if (event.key !== 'Enter' || text.trim() === '' || note.isPending) return;
    event.preventDefault();
    setProblem(undefined);
    note.mutate({ text });
  }

  return (
    <section className={styles.notes} aria-label="Notes">
      <ul>
        {notes.slice(-SHOWN).map(({ id, atMs, text: noted }) => (
          <li key={id} className={styles.kept}>
            <span className={styles.when}>{formatTime(atMs, zone)}</span>
            <span className={styles.text} dir="auto">
              {noted}
            </span>
            <Link to="/tasks" search={{ list: 'inbox' }} className={styles.inbox}>
              in Inbox
            </Link>
          </li>
        ))}
      </ul>
      <div className={styles.line}>
        <Icon icon={PencilLine} />
        <input
          ref={line}
          className={styles.input}
          aria-label="Note a thought"
          aria-keyshortcuts={ariaKeyShortcuts('n')}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : 'focus-note-problem'}
          placeholder="Something else on your mind? Note it and go back"
          dir="auto"
          maxLength={2_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={handleKey}
        />
        <Kbd keys={text === '' ? 'n' : 'Enter'} />
      </div>
      {problem !== undefined && (
        <p id="focus-note-problem" role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {notes.length > SHOWN && (
        <p className={styles.more}>
          {formatCount(notes.length, { one: 'note', other: 'notes' })} in this session, all of them in the Inbox.
        </p>
      )}
    </section>
  );
}

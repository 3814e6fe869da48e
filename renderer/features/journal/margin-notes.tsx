import type { NoticedTodo } from '#contract/insights';
import { useLayoutEffect, useRef } from 'react';
import styles from './margin-notes.module.css';
import { NoteCard, type NoteCardProps } from './note-card.tsx';

export interface NotesProps extends Omit<NoteCardProps, 'todo' | 'isSelected' | 'error'> {
  readonly todos: readonly NoticedTodo[];
  readonly selectedId: string | null;
  readonly failures: ReadonlyMap<string, string>;
}

/** A note is known by its words. */
export const noteIdOf = ({ quote }: Pick<NoticedTodo, 'quote'>): string => `todo ${quote}`;

export interface MarginNotesProps extends NotesProps {
  /** How far below the top of the text a note's words begin, px; null when they are gone. */
  readonly topOf: (noteId: string) => number | null;
}

const GAP = 8;

/** Notes beside the words they are about, pushed down where two would overlap. Render it again when lines have moved. */
export function MarginNotes({ todos, selectedId, failures, topOf, ...card }: MarginNotesProps) {
  const list = useRef<HTMLUListElement>(null);
  // After every rendering, and when a note's height changes: one in hand is taller, and words move as they are written.
  useLayoutEffect(() => {
    const margin = list.current;
    if (margin === null) return undefined;
    place(margin, topOf);
    const observer = new ResizeObserver(() => place(margin, topOf));
    for (const note of margin.children) observer.observe(note);
    return () => observer.disconnect();
  });

  return (
    <ul ref={list} aria-label="Notes in the margin" className={styles.margin}>
      {todos.map((todo) => {
        const id = noteIdOf(todo);
        return (
          <li key={id} className={`c-blue ${styles.note}`} data-note={id}>
            <NoteCard {...card} todo={todo} isSelected={id === selectedId} error={failures.get(id)} />
          </li>
        );
      })}
    </ul>
  );
}

/** Puts each note where its words begin, or below the one before; the margin grows with them. */
function place(margin: HTMLUListElement, topOf: (noteId: string) => number | null): void {
  let bottom = 0;
  for (const note of margin.querySelectorAll<HTMLElement>(':scope > [data-note]')) {
    const top = Math.max(bottom, topOf(note.dataset['note'] ?? '') ?? bottom);
    note.style.top = `${top}px`;
    bottom = top + note.offsetHeight + GAP;
  }
  margin.style.minHeight = `${bottom}px`;
}

/** The same notes as a plain list, where there is no margin. */
export function NoteList({ todos, selectedId, failures, ...card }: NotesProps) {
  return (
    <ul aria-label="Notes" className={styles.list}>
      {todos.map((todo) => {
        const id = noteIdOf(todo);
        return (
          <li key={id} className="c-blue" data-note={id}>
            <NoteCard {...card} todo={todo} isSelected={id === selectedId} error={failures.get(id)} />
          </li>
        );
      })}
    </ul>
  );
}

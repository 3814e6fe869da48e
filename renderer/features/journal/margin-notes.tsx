import { colorClass } from '#renderer/ui/colors.ts';
import { useLayoutEffect, useRef } from 'react';
import styles from './margin-notes.module.css';
import { NoteCard, type NoteCardProps } from './note-card.tsx';
import type { Note } from './notes.ts';

const colors = { todo: colorClass('blue'), event: colorClass('teal'), expense: colorClass('green') } as const;

export interface NotesProps extends Omit<NoteCardProps, 'note' | 'isSelected' | 'isPending' | 'error'> {
  readonly notes: readonly Note[];
  readonly selectedId: string | null;
  readonly failures: ReadonlyMap<string, string>;
  readonly pending: ReadonlySet<string>;
}

export interface MarginNotesProps extends NotesProps {
  /** How far below the top of the text a note's words begin, px; null when they are gone. */
  readonly topOf: (noteId: string) => number | null;
}

const GAP = 8;

/** Notes beside the words they are about, pushed down where two would overlap. Render it again when lines have moved. */
export function MarginNotes({ notes, selectedId, failures, pending, topOf, ...card }: MarginNotesProps) {
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
      {notes.map((note) => (
        <li key={note.id} className={`${colors[note.kind]} ${styles.note}`} data-note={note.id}>
          <NoteCard
            {...card}
            note={note}
            isSelected={note.id === selectedId}
            isPending={pending.has(note.id)}
            error={failures.get(note.id)}
          />
        </li>
      ))}
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
export function NoteList({ notes, selectedId, failures, pending, ...card }: NotesProps) {
  return (
    <ul aria-label="Notes" className={styles.list}>
      {notes.map((note) => (
        <li key={note.id} className={colors[note.kind]} data-note={note.id}>
          <NoteCard
            {...card}
            note={note}
            isSelected={note.id === selectedId}
            isPending={pending.has(note.id)}
            error={failures.get(note.id)}
          />
        </li>
      ))}
    </ul>
  );
}

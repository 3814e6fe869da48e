import type { NoticedTodo } from '#contract/insights';
import { useLayoutEffect, useRef, useState } from 'react';
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
  /** Counts the times lines have moved. */
  readonly layout: number;
}

const GAP = 8;

/** Notes beside the words they are about, pushed down where two would overlap. */
export function MarginNotes({ todos, selectedId, failures, topOf, layout, ...card }: MarginNotesProps) {
  const list = useRef<HTMLUListElement>(null);
  const [tops, setTops] = useState<readonly number[]>([]);
  const [height, setHeight] = useState(0);
  const [resizes, setResizes] = useState(0);

  useLayoutEffect(() => {
    const items = [...(list.current?.children ?? [])];
    let bottom = 0;
    const placed = items.map((item, index) => {
      const todo = todos[index];
      const top = Math.max(bottom, (todo && topOf(noteIdOf(todo))) ?? bottom);
      bottom = top + item.getBoundingClientRect().height + GAP;
      return top;
    });
    setTops((before) =>
      before.length === placed.length && before.every((top, index) => top === placed[index]) ? before : placed,
    );
    setHeight(bottom);
  }, [todos, selectedId, failures, layout, resizes, topOf]);

  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => setResizes((count) => count + 1));
    for (const item of list.current?.children ?? []) observer.observe(item);
    return () => observer.disconnect();
  }, [todos]);

  return (
    <ul ref={list} aria-label="Notes in the margin" className={styles.margin} style={{ minHeight: height }}>
      {todos.map((todo, index) => {
        const id = noteIdOf(todo);
        return (
          <li key={id} className={`c-blue ${styles.note}`} data-note={id} style={{ top: tops[index] ?? 0 }}>
            <NoteCard {...card} todo={todo} isSelected={id === selectedId} error={failures.get(id)} />
          </li>
        );
      })}
    </ul>
  );
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

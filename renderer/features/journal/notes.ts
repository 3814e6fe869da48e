import type { EntryInsights, NoticedEvent, NoticedExpense, NoticedTodo } from '#contract/insights';
import type { Day, TimeOfDay } from '#contract/time';

interface NoteWords {
  /** Known by its kind and words, so that it stays the same note when the text around it changes. */
  readonly id: string;
  /** UTF-16 offsets into the text that was read. */
  readonly from: number;
  readonly to: number;
  readonly quote: string;
  readonly title: string;
  /** When it is due, when it happens, or when it was spent. */
  readonly day: Day | null;
  readonly time: TimeOfDay | null;
}

/** A suggestion in the margin: what was seen in the words, and what became of it. */
export type Note =
  | (NoteWords & {
      readonly kind: 'todo';
      readonly task: NoticedTodo['task'];
      readonly similar: NoticedTodo['similar'];
    })
  | (NoteWords & { readonly kind: 'event'; readonly durationMin: number; readonly event: NoticedEvent['event'] })
  | (NoteWords & { readonly kind: 'expense' } & Pick<NoticedExpense, 'amount' | 'category' | 'expense'>);

/** A note as the person wants it. */
export interface Wanted {
  readonly title: string;
  readonly day: Day | null;
  readonly time: TimeOfDay | null;
}

export const noteIdOf = (kind: Note['kind'], quote: string): string => `${kind} ${quote}`;

/** To-dos, meetings and money of an entry as notes, in the order of the text. */
export function notesOf({ todos, events, expenses }: EntryInsights): readonly Note[] {
  return [
    ...todos.map(({ from, to, quote, title, dueDay, dueTime, task, similar }): Note => ({
      kind: 'todo',
      id: noteIdOf('todo', quote),
      from,
      to,
      quote,
      title,
      day: dueDay,
      time: dueTime,
      task,
      similar,
    })),
    ...events.map((event): Note => ({ ...event, kind: 'event', id: noteIdOf('event', event.quote) })),
    ...expenses.map((expense): Note => ({
      ...expense,
      kind: 'expense',
      id: noteIdOf('expense', expense.quote),
      time: null,
    })),
  ].toSorted((one, other) => one.from - other.from);
}

/** Whether it waits for a decision. */
export function isOffered(note: Note): boolean {
  switch (note.kind) {
    case 'todo':
      return note.task === null;
    case 'event':
      return note.event === null;
    case 'expense':
      return note.expense === null;
  }
}

import type { EntryInsights, NoticedEvent, NoticedExpense, NoticedTodo } from '#contract/insights';
import type { Day, TimeOfDay } from '#contract/time';

interface NoteWords {
  /** Stays while its words grow and the text around it changes: what is pressed on a note must reach the same one. */
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

const idOf = ({ kind, quote }: Pick<Note, 'kind' | 'quote'>): string => `${kind} ${quote}`;

/**
 * To-dos, meetings and money of an entry as notes, in the order of the text.
 *
 * @param before the notes of the reading before, whose names are carried over
 */
export function notesOf(insights: EntryInsights, before: readonly Note[] = []): readonly Note[] {
  const now = inOrder(insights);
  const standing = new Set(now.map(idOf));
  const gone = before.filter((note) => !standing.has(idOf(note)));
  const carried = now.map(
    (note) => (before.find((old) => idOf(old) === idOf(note)) ?? gone.find((old) => isGrownFrom(note, old)))?.id,
  );
  const taken = new Set<string>();
  return now.map((note, at) => {
    const own = carried[at];
    let id = own !== undefined && !taken.has(own) ? own : note.id;
    while (taken.has(id) || (id !== own && carried.includes(id))) id += '+';
    taken.add(id);
    return { ...note, id };
  });
}

/** A sentence read half-written is the same one when it is whole, or was cut short. */
const isGrownFrom = (note: Note, old: Note): boolean =>
  note.kind === old.kind && (note.quote.startsWith(old.quote) || old.quote.startsWith(note.quote));

function inOrder({ todos, events, expenses }: EntryInsights): readonly Note[] {
  return [
    ...todos.map(({ from, to, quote, title, dueDay, dueTime, task, similar }): Note => ({
      kind: 'todo',
      id: idOf({ kind: 'todo', quote }),
      from,
      to,
      quote,
      title,
      day: dueDay,
      time: dueTime,
      task,
      similar,
    })),
    ...events.map((event): Note => ({ ...event, kind: 'event', id: idOf({ kind: 'event', quote: event.quote }) })),
    ...expenses.map((expense): Note => ({
      ...expense,
      kind: 'expense',
      id: idOf({ kind: 'expense', quote: expense.quote }),
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

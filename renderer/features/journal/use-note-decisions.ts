import { client } from '#renderer/data/api.ts';
import type { Failure } from '#renderer/data/failure.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useState } from 'react';
import type { NoteActions } from './note-card.tsx';
import type { Note, Wanted } from './notes.ts';
import { noteAsWritten, readAgain } from './use-entry-insights.ts';

/** A decision on its way: the note it is about, beside what the core is told. */
interface Decided {
  readonly note: Note;
}

/**
 * What the person decides about the notes of an entry. A failure is kept with its note.
 *
 * @param onDeciding told when a note is accepted, linked or refused, before the answer; with those that still wait for theirs
 */
export function useNoteDecisions(
  entryId: string,
  onDeciding: (noteId: string, pending: ReadonlySet<string>) => void,
): Omit<NoteActions, 'onSelect'> & {
  readonly failures: ReadonlyMap<string, string>;
  /** Decided, and the notes were not read anew since: decided once, whatever is pressed meanwhile. */
  readonly pending: ReadonlySet<string>;
} {
  const [failures, setFailures] = useState<ReadonlyMap<string, string>>(new Map());
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const decide = (note: Note, mutate: () => void): void => {
    if (pending.has(note.id)) return;
    setPending((before) => new Set(before).add(note.id));
    setFailures((before) => new Map([...before].filter(([noteId]) => noteId !== note.id)));
    onDeciding(note.id, pending);
    mutate();
  };
  const settle = (noteId: string): void =>
    setPending((before) => new Set([...before].filter((other) => other !== noteId)));
  const outcome = {
    onDone: (_output: unknown, { note }: Decided) => settle(note.id),
    onFailure: ({ message }: Failure, { note }: Decided) => {
      settle(note.id);
      setFailures((before) => new Map(before).set(note.id, message));
    },
  };
  const accept = useCommand(
    async ({ note, wanted }: Decided & { readonly wanted: Wanted | undefined }) => {
      const seen = (await noteAsWritten(entryId, note)) ?? note;
      const { day } = seen;
      await keep(entryId, seen, wanted ?? { ...seen, day: day ?? note.day });
      await readAgain(entryId);
    },
    { done: (_output, { note }) => ACCEPTED[note.kind], ...outcome },
  );
  const link = useCommand(
    async ({ note, taskId }: Decided & { readonly taskId: string }) => {
      const { quote } = (await noteAsWritten(entryId, note)) ?? note;
      await client.insights.link({ entryId, quote, taskId });
      await readAgain(entryId);
    },
    { done: () => 'Linked to the task', ...outcome },
  );
  const refuse = useCommand(
    async ({ note }: Decided) => {
      const { kind, quote } = (await noteAsWritten(entryId, note)) ?? note;
      await client.insights.refuse({ entryId, kind, quote });
      await readAgain(entryId);
    },
    { done: () => 'Suggestion refused', ...outcome },
  );
  const complete = useCommand(client.tasks.complete, { done: () => 'Task completed' });
  const reopen = useCommand(client.tasks.reopen, { done: () => 'Task reopened' });
  return {
    failures,
    pending,
    onAccept: (note, wanted) => {
      if (note.kind !== 'todo' && wanted.day === null) return;
      // As it was seen, or in the person's own words.
      decide(note, () => accept.mutate({ note, wanted: wanted === note ? undefined : wanted }));
    },
    onLink: (note, taskId) => decide(note, () => link.mutate({ note, taskId })),
    onRefuse: (note) => decide(note, () => refuse.mutate({ note })),
    onComplete: (taskId, isDone) => (isDone ? complete : reopen).mutate({ ids: [taskId] }),
  };
}

const ACCEPTED = { todo: 'Task added', event: 'Event added', expense: 'Expense kept' } as const;

async function keep(entryId: string, note: Note, { title, day, time }: Wanted): Promise<void> {
  const { quote } = note;
  if (note.kind === 'todo') await client.insights.accept({ entryId, quote, title, dueDay: day, dueTime: time });
  else if (day === null) return;
  else if (note.kind === 'event') {
    const { durationMin } = note;
    await client.insights.acceptEvent({ entryId, quote, title, day, time, durationMin });
  } else {
    const { amount, category } = note;
    await client.insights.acceptExpense({ entryId, quote, expense: { amount, category, day, note: title } });
  }
}

import { client } from '#renderer/data/api.ts';
import type { Failure } from '#renderer/data/failure.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useState } from 'react';
import type { NoteActions } from './note-card.tsx';
import { noteIdOf, type Note } from './notes.ts';

interface Decision {
  readonly quote: string;
}

/**
 * What the person decides about the notes of an entry. A failure is kept with its note.
 *
 * @param on told when a note is accepted, linked or refused, before the answer; then that it was, or that it could not be
 */
export function useNoteDecisions(
  entryId: string,
  on: { readonly onDeciding: (noteId: string) => void; readonly onDecided: () => void; readonly onFailed: () => void },
): Omit<NoteActions, 'onSelect'> & { readonly failures: ReadonlyMap<string, string> } {
  const [failures, setFailures] = useState<ReadonlyMap<string, string>>(new Map());
  const settle = (id: string): void => {
    setFailures((before) => new Map([...before].filter(([noteId]) => noteId !== id)));
    on.onDecided();
  };
  const about = (kind: Note['kind']) => ({
    onDone: (_output: unknown, { quote }: Decision) => settle(noteIdOf(kind, quote)),
    onFailure: ({ message }: Failure, { quote }: Decision) => {
      on.onFailed();
      setFailures((before) => new Map(before).set(noteIdOf(kind, quote), message));
    },
  });
  const accept = useCommand(client.insights.accept, { done: () => 'Task added', ...about('todo') });
  const acceptEvent = useCommand(client.insights.acceptEvent, { done: () => 'Event added', ...about('event') });
  const acceptExpense = useCommand(client.insights.acceptExpense, { done: () => 'Expense kept', ...about('expense') });
  const link = useCommand(client.insights.link, { done: () => 'Linked to the task', ...about('todo') });
  const refuse = useCommand(client.insights.refuse, { done: () => 'Suggestion refused', ...about('todo') });
  const refuseEvent = useCommand(client.insights.refuse, { done: () => 'Suggestion refused', ...about('event') });
  const refuseExpense = useCommand(client.insights.refuse, { done: () => 'Suggestion refused', ...about('expense') });
  const refuseOf = { todo: refuse, event: refuseEvent, expense: refuseExpense } as const;
  const complete = useCommand(client.tasks.complete, { done: () => 'Task completed' });
  const reopen = useCommand(client.tasks.reopen, { done: () => 'Task reopened' });
  return {
    failures,
    onAccept: (note, { title, day, time }) => {
      const { quote } = note;
      if (note.kind !== 'todo' && day === null) return;
      on.onDeciding(note.id);
      if (note.kind === 'todo') accept.mutate({ entryId, quote, title, dueDay: day, dueTime: time });
      else if (day === null) return;
      else if (note.kind === 'event')
        acceptEvent.mutate({ entryId, quote, title, day, time, durationMin: note.durationMin });
      else {
        const { amount, category } = note;
        acceptExpense.mutate({ entryId, quote, expense: { amount, category, day, note: title } });
      }
    },
    onLink: ({ id, quote }, taskId) => {
      on.onDeciding(id);
      link.mutate({ entryId, quote, taskId });
    },
    onRefuse: ({ id, kind, quote }) => {
      on.onDeciding(id);
      refuseOf[kind].mutate({ entryId, kind, quote });
    },
    onComplete: (taskId, isDone) => (isDone ? complete : reopen).mutate({ ids: [taskId] }),
  };
}

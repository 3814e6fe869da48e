import type { NoticedTodo } from '#contract/insights';
import { client } from '#renderer/data/api.ts';
import type { Failure } from '#renderer/data/failure.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useState } from 'react';
import { noteIdOf } from './margin-notes.tsx';
import type { NoteActions } from './note-card.tsx';

/**
 * What the person decides about the notes of an entry. A failure is kept with its note.
 *
 * @param onDecided called when a note was accepted, linked or refused
 */
export function useNoteDecisions(
  entryId: string,
  onDecided: (noteId: string) => void,
): Omit<NoteActions, 'onSelect'> & { readonly failures: ReadonlyMap<string, string> } {
  const [failures, setFailures] = useState<ReadonlyMap<string, string>>(new Map());
  const decided = (_output: unknown, { quote }: { quote: string }): void => {
    const id = noteIdOf({ quote });
    setFailures((before) => new Map([...before].filter(([noteId]) => noteId !== id)));
    onDecided(id);
  };
  const onFailure = ({ message }: Failure, { quote }: { quote: string }): void =>
    setFailures((before) => new Map(before).set(noteIdOf({ quote }), message));
  const accept = useCommand(client.insights.accept, { done: () => 'Task added', onDone: decided, onFailure });
  const link = useCommand(client.insights.link, { done: () => 'Linked to the task', onDone: decided, onFailure });
  const refuse = useCommand(client.insights.refuse, { done: () => 'Suggestion refused', onDone: decided, onFailure });
  const complete = useCommand(client.tasks.complete, { done: () => 'Task completed' });
  const reopen = useCommand(client.tasks.reopen, { done: () => 'Task reopened' });
  const seen = (todo: NoticedTodo): { entryId: string; quote: string } => ({ entryId, quote: todo.quote });
  return {
    failures,
    onAccept: (todo, { title, dueDay, dueTime }) => accept.mutate({ ...seen(todo), title, dueDay, dueTime }),
    onLink: (todo, taskId) => link.mutate({ ...seen(todo), taskId }),
    onRefuse: (todo) => refuse.mutate({ ...seen(todo), kind: 'todo' }),
    onComplete: (taskId, isDone) => (isDone ? complete : reopen).mutate({ ids: [taskId] }),
  };
}

import { showToast } from '#renderer/ui/toasts.tsx';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { client } from './api.ts';
import { type Failure, failureOf } from './failure.ts';

/** Undoes the newest change and says so. */
export async function undoLast(): Promise<void> {
  await retrace('undo');
}

/** Does the newest undone change again and says so. */
export async function redoLast(): Promise<void> {
  await retrace('redo');
}

/** Commits whose undo a toast offers already. */
const offered = new Set<number>();

/**
 * The commit a command has just made: the newest of the user's that no other toast stands for. Autosaves commit between
 * clicks and are never meant.
 */
async function commitJustMade(): Promise<number | undefined> {
  const { items } = await client.history.list({ limit: 5 });
  const own = items.find(
    ({ seq, actor, command, undoes }) =>
      actor === 'user' && undoes === null && command !== 'journal.write' && !offered.has(seq),
  );
  if (own) offered.add(own.seq);
  return own?.seq;
}

/** Takes back the one change a toast tells of, whatever was done since. */
async function undoCommit(seq: number): Promise<void> {
  try {
    const { words } = await client.history.undoCommit({ seq });
    showToast({ message: words });
  } catch (error) {
    showToast({ message: failureOf(error).message });
  }
}

/** Says in passing what was done, with an undo of just that. */
export async function offerUndo(message: string): Promise<void> {
  const seq = await commitJustMade().catch(() => undefined);
  showToast({ message, undo: seq === undefined ? undefined : () => void undoCommit(seq) });
}

async function retrace(direction: 'undo' | 'redo'): Promise<void> {
  try {
    const { words } = await client.history[direction]();
    showToast({ message: words });
  } catch (error) {
    const { reason, message } = failureOf(error);
    showToast({
      message: direction === 'redo' && reason === 'NOTHING_TO_UNDO' ? 'There is nothing to do again.' : message,
    });
  }
}

interface CommandOptions<I, O> {
  /** The words of the toast that offers undo; null for no toast. */
  done?(output: O, input: I): string | null;
  /** Told instead of the toast for failures, where the screen shows them beside the thing that was wrong. */
  onFailure?(failure: Failure, input: I): void;
  onDone?(output: O, input: I): void;
}

/**
 * A change the user makes: runs it, offers undo in a toast, and tells failures in the user's words with the input kept.
 *
 * @example `const complete = useCommand(client.tasks.complete, { done: () => 'Task completed' });`
 */
export function useCommand<I, O>(
  call: (input: I) => Promise<O>,
  options: CommandOptions<I, O> = {},
): UseMutationResult<O, unknown, I> {
  return useMutation<O, unknown, I>({
    mutationFn: (input) => call(input),
    onSuccess(output, input) {
      const message = options.done?.(output, input) ?? null;
      if (message !== null) void offerUndo(message);
      options.onDone?.(output, input);
    },
    onError(error, input) {
      const failure = failureOf(error);
      if (options.onFailure) options.onFailure(failure, input);
      else showToast({ message: failure.message, tone: 'alert' });
    },
  });
}

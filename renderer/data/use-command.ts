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
      if (message !== null) showToast({ message, undo: () => void undoLast() });
      options.onDone?.(output, input);
    },
    onError(error, input) {
      const failure = failureOf(error);
      if (options.onFailure) options.onFailure(failure, input);
      else showToast({ message: failure.message, tone: 'alert' });
    },
  });
}

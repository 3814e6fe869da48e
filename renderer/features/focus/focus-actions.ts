import type { FocusMode, FocusSession } from '#contract/focus';
import { api, client, queryClient } from '#renderer/data/api.ts';
import { type Failure, failureOf } from '#renderer/data/failure.ts';
import { offerUndo } from '#renderer/data/use-command.ts';
import { showToast } from '#renderer/ui/toasts.tsx';
import { workTold } from './focus-time.ts';

/** What to focus on and how. */
export interface StartFocus {
  readonly taskId?: string;
  /** Means its task. */
  readonly blockId?: string;
  readonly intention?: string;
  readonly mode?: FocusMode;
  /** Of work; the settings' unless said. */
  readonly minutes?: number;
  readonly breakMinutes?: number;
}

/** Shows a session at once; the change hint comes a moment later. */
function show(session: FocusSession | null): void {
  queryClient.setQueryData(api.focus.current.queryKey(), session);
}

const tellFailure = (error: unknown): void => showToast({ message: failureOf(error).message, tone: 'alert' });

/**
 * Starts a session. When another is on, offers to finish that first.
 *
 * @returns what was wrong otherwise, to be shown beside the thing that was; null when it was told or nothing was
 */
export async function startFocus(input: StartFocus): Promise<Failure | null> {
  try {
    show(await client.focus.start(input));
    return null;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.reason !== 'SESSION_ON') return failure;
    showToast({
      message: failure.message,
      tone: 'alert',
      action: {
        label: 'Finish it and start',
        run: () =>
          void finishFocus().then(async () => {
            const again = await startFocus(input);
            if (again) showToast({ message: again.message, tone: 'alert' });
          }),
      },
    });
    return null;
  }
}

/** Pauses what runs; goes on with what is paused or waits. */
export async function pauseOrGoOn(): Promise<void> {
  try {
    const session = await queryClient.fetchQuery(api.focus.current.queryOptions());
    show(await (session?.state === 'running' ? client.focus.pause() : client.focus.resume()));
  } catch (error) {
    tellFailure(error);
  }
}

/** Gives what is on five minutes more. */
export async function extendFocus(): Promise<void> {
  try {
    show(await client.focus.extend({ minutes: 5 }));
  } catch (error) {
    tellFailure(error);
  }
}

/** Ends this part and begins the next. */
export async function skipPart(): Promise<void> {
  try {
    const session = await client.focus.skip();
    show(session);
    await offerUndo(session.part?.kind === 'work' ? 'Back to work' : 'Went to the break');
  } catch (error) {
    tellFailure(error);
  }
}

/** Ends the session and writes it into the log. */
export async function finishFocus(): Promise<void> {
  try {
    const { workMs, name } = await client.focus.finish();
    show(null);
    await offerUndo(workTold(workMs, name));
  } catch (error) {
    tellFailure(error);
  }
}

import type { WebFrameMain } from 'electron';

/** The one origin whose page is ours. */
export const APP_ORIGIN = 'app://braindump';

/**
 * Whether a message may be answered: only the top frame of our own page speaks for the user.
 * https://www.electronjs.org/docs/latest/tutorial/security#17-validate-the-sender-of-all-ipc-messages
 */
export function isTrustedSender(frame: Pick<WebFrameMain, 'origin' | 'parent' | 'detached'> | null): boolean {
  return frame !== null && !frame.detached && frame.parent === null && frame.origin === APP_ORIGIN;
}

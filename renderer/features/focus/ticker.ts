import { useSyncExternalStore } from 'react';

let nowMs = Date.now();
let timer = 0;
const listeners = new Set<() => void>();

function tick(): void {
  nowMs = Date.now();
  window.clearTimeout(timer);
  // Nobody sees the seconds of a hidden window; it ticks again when it is shown.
  if (document.visibilityState === 'visible') timer = window.setTimeout(tick, 1_000 - (nowMs % 1_000));
  for (const listener of listeners) listener();
}

/** One clock for everything that shows seconds; it goes while somebody looks. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    document.addEventListener('visibilitychange', tick);
    tick();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener('visibilitychange', tick);
    window.clearTimeout(timer);
  };
}

function now(): number {
  // While it stands still it would tell the time of its last tick.
  if (listeners.size === 0 && Date.now() - nowMs > 1_000) nowMs = Date.now();
  return nowMs;
}

const never = (): (() => void) => () => {};

/** The time, second by second while `isTicking` and the window is visible; else as it was. */
export function useSeconds(isTicking: boolean): number {
  return useSyncExternalStore(isTicking ? subscribe : never, now);
}

function subscribeToVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

/** Whether the window can be seen. */
export function useIsVisible(): boolean {
  return useSyncExternalStore(subscribeToVisibility, () => document.visibilityState === 'visible');
}

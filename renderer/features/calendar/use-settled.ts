import { startTransition, useEffect, useState } from 'react';

/** What needs a pause gets none while a key is held: after this long it comes all the same. */
const LONGEST_WAIT_MS = 400;

/** A value as it was when the window last had nothing better to do: what stands beside a step follows it, and never holds it up. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const request = requestIdleCallback(() => startTransition(() => setSettled(() => value)), {
      timeout: LONGEST_WAIT_MS,
    });
    return () => cancelIdleCallback(request);
  }, [value]);
  return settled;
}

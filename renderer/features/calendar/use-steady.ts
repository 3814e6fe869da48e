import { useLayoutEffect, useRef, useState } from 'react';

/**
 * The same functions at every render, each doing what the latest render's does: what is given them is drawn again only for a
 * reason of its own. Not to be called while rendering.
 */
export function useSteady<T extends object>(functions: T): T {
  const latest = useRef(functions);
  useLayoutEffect(() => {
    latest.current = functions;
  });
  const [steady] = useState(() => {
    const names = Object.keys(functions) as (keyof T)[];
    const entries = names.map((name) => [
      name,
      (...given: readonly unknown[]): unknown => {
        const run = latest.current[name];
        return typeof run === 'function' ? (run as (...given: readonly unknown[]) => unknown)(...given) : undefined;
      },
    ]);
    return Object.fromEntries(entries) as T;
  });
  return steady;
}

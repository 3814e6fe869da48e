let wish: boolean | undefined;
const listeners = new Set<() => void>();

/** Whether the side of Today is wanted open; undefined until the person said so. Kept while the window lives. */
export const side = {
  isWanted: (): boolean | undefined => wish,
  want(next: boolean): void {
    wish = next;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

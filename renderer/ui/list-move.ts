/** What of a key event decides where a list moves. */
export interface MoveKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The row a key moves to from `index` in a list of `count`; undefined if the key moves nothing. */
export function listMove(event: MoveKey, index: number, count: number, page: number): number | undefined {
  if (count === 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return undefined;
  const target = targetOf(event.key, index, count, page);
  return target === undefined ? undefined : Math.min(count - 1, Math.max(0, target));
}

function targetOf(key: string, index: number, count: number, page: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return index + 1;
    case 'ArrowUp':
    case 'k':
      return index - 1;
    case 'PageDown':
      return index + page;
    case 'PageUp':
      return index - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

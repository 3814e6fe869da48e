import type { EditKind } from './edit-popover.tsx';

/** What is changed beside a row or card, by the key that begins it. */
export const editKeys: Readonly<Record<string, EditKind | undefined>> = {
  d: 'due',
  s: 'do',
  t: 'tags',
  l: 'tags',
  '#': 'tags',
  p: 'priority',
  m: 'move',
  w: 'estimate',
};

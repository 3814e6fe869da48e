import { expect, it } from 'vitest';

import { listMove } from '#renderer/ui/list-move.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

function move(key: string, index: number, count = 100): number | undefined {
  return listMove({ ...plain, key }, index, count, 10);
}

it('arrows and j and k move by one and stop at the ends', () => {
  expect(move('ArrowDown', 3)).toBe(4);
  expect(move('j', 3)).toBe(4);
  expect(move('k', 3)).toBe(2);
  expect(move('ArrowUp', 0)).toBe(0);
  expect(move('j', 99)).toBe(99);
});

it('Page keys move by a page, Home and End to the ends', () => {
  expect(move('PageDown', 3)).toBe(13);
  expect(move('PageUp', 3)).toBe(0);
  expect(move('Home', 50)).toBe(0);
  expect(move('End', 50)).toBe(99);
});

it('other keys, keys with modifiers and empty lists move nothing', () => {
  expect(move('x', 3)).toBeUndefined();
  expect(move('j', 0, 0)).toBeUndefined();
  expect(listMove({ ...plain, key: 'k', metaKey: true }, 3, 100, 10)).toBeUndefined();
});

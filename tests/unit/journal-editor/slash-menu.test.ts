import { readSlash } from '#renderer/features/journal/editor/slash-menu.ts';
import { expect, it } from 'vitest';

it('a slash begins a menu only at the start of a line, of a quote or of an item', () => {
  expect(readSlash('/')).toEqual({ query: '', length: 1 });
  expect(readSlash('/Heading 2')).toEqual({ query: 'heading 2', length: 10 });
  expect(readSlash('> /ta')).toEqual({ query: 'ta', length: 3 });
  expect(readSlash('- [ ] /d')).toEqual({ query: 'd', length: 2 });
  expect(readSlash('and/or')).toBeNull();
  expect(readSlash('1/2')).toBeNull();
  expect(readSlash('/ home')).toEqual({ query: 'home', length: 6 });
  expect(readSlash('/usr/bin')).toBeNull();
});

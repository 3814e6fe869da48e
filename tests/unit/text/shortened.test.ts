import { shortened } from '#main/domain/text/shortened';
import { expect, it } from 'vitest';

it('leaves short texts alone and cuts long ones with an ellipsis', () => {
  expect(shortened('just right', 10)).toBe('just right');
  expect(shortened('a little too long', 10)).toBe('a little…');
});

it('never leaves half an emoji or a joiner at the end', () => {
  expect(shortened('12345678🙂 and more', 10)).toBe('12345678…');
  expect(shortened('1234567🙂 and more', 10)).toBe('1234567🙂…');
  expect(shortened('12345👩‍👩‍👧 and more', 10)).toBe('12345👩…');
});

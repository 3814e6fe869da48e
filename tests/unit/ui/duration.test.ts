import { describe, expect, it } from 'vitest';

import { parseDuration } from '#renderer/ui/duration.ts';

describe('parseDuration', () => {
  it.each([
    ['45', 45],
    ['45m', 45],
    ['45 min', 45],
    ['1h', 60],
    ['1h30', 90],
    ['1h 30m', 90],
    ['1 hour 30 minutes', 90],
    ['1:30', 90],
    ['0:05', 5],
    ['1.5h', 90],
    ['1,5 h', 90],
    ['2 hrs', 120],
    ['1d', 1440],
    ['  90M ', 90],
  ])('reads %s', (text, minutes) => {
    expect(parseDuration(text)).toBe(minutes);
  });

  it('reads back what the app writes', () => {
    expect(parseDuration('3 h 10 min')).toBe(190);
  });

  it.each(['', 'soon', '0', '-5', '1h 2h', '30m 1h', '1:75', 'h', '45x', '1.5', '31d', '99999999999'])(
    'finds none in "%s"',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );
});

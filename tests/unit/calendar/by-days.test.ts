import { byDays } from '#renderer/features/calendar/by-days.ts';
import { describe, expect, it } from 'vitest';

const at = (text: string): number => Date.parse(text);
const shown = ({ startMs, endMs }: { startMs: number; endMs: number }): string =>
  `${new Date(startMs).toISOString().slice(0, 16)} ${new Date(endMs).toISOString().slice(0, 16)}`;

describe('a stretch of days', () => {
  const trip = { startMs: at('2026-11-23T00:00Z'), endMs: at('2026-11-26T00:00Z') };

  it('is moved whole', () => {
    expect(shown(byDays(trip, 'move', 2, 'UTC'))).toBe('2026-11-25T00:00 2026-11-28T00:00');
    expect(shown(byDays(trip, 'move', -1, 'UTC'))).toBe('2026-11-22T00:00 2026-11-25T00:00');
  });

  it('is made longer and shorter at either end, never shorter than a day', () => {
    expect(shown(byDays(trip, 'end', 1, 'UTC'))).toBe('2026-11-23T00:00 2026-11-27T00:00');
    expect(shown(byDays(trip, 'start', 1, 'UTC'))).toBe('2026-11-24T00:00 2026-11-26T00:00');
    expect(shown(byDays(trip, 'start', 5, 'UTC'))).toBe('2026-11-25T00:00 2026-11-26T00:00');
    expect(shown(byDays(trip, 'end', -5, 'UTC'))).toBe('2026-11-23T00:00 2026-11-24T00:00');
  });

  it('keeps its midnights where the clock is changed', () => {
    // Vienna puts the clock forward on Sunday 29 March 2026.
    const saturday = { startMs: at('2026-03-27T23:00Z'), endMs: at('2026-03-28T23:00Z') };
    const sunday = byDays(saturday, 'move', 1, 'Europe/Vienna');
    expect(shown(sunday)).toBe('2026-03-28T23:00 2026-03-29T22:00');
    expect(shown(byDays(sunday, 'end', -1, 'Europe/Vienna'))).toBe('2026-03-28T23:00 2026-03-29T22:00');
  });
});

import { gridScale } from '#renderer/features/calendar/day-scale.ts';
import { dragged } from '#renderer/features/calendar/drag.ts';
import { nudged } from '#renderer/features/calendar/grid-keys.ts';
import { describe, expect, it } from 'vitest';

const VIENNA = 'Europe/Vienna';
const at = (text: string): number => Date.parse(text);
const shown = ({ startMs, endMs }: { startMs: number; endMs: number }): string =>
  `${new Date(startMs).toISOString().slice(0, 16)} ${(endMs - startMs) / 60_000}`;

describe('dragging', () => {
  const scale = gridScale(['2026-11-23', '2026-11-24', '2026-11-25'], 'UTC');
  const thing = { startMs: at('2026-11-23T09:00Z'), endMs: at('2026-11-23T10:00Z') };

  it('draws from quarter to quarter, upwards too', () => {
    const none = { startMs: 0, endMs: 0 };
    expect(shown(dragged(scale, 'create', none, { day: 0, topMin: 604 }, { day: 0, topMin: 671 }))).toBe(
      '2026-11-23T10:00 75',
    );
    expect(shown(dragged(scale, 'create', none, { day: 0, topMin: 671 }, { day: 0, topMin: 604 }))).toBe(
      '2026-11-23T10:00 75',
    );
    expect(shown(dragged(scale, 'create', none, { day: 0, topMin: 600 }, { day: 0, topMin: 600 }))).toBe(
      '2026-11-23T10:00 15',
    );
  });

  it('moves by the way of the pointer, keeps the length, and stays on the grid', () => {
    expect(shown(dragged(scale, 'move', thing, { day: 0, topMin: 570 }, { day: 2, topMin: 652 }))).toBe(
      '2026-11-25T10:15 60',
    );
    expect(shown(dragged(scale, 'move', thing, { day: 0, topMin: 570 }, { day: 0, topMin: 0 }))).toBe(
      '2026-11-23T00:00 60',
    );
    expect(shown(dragged(scale, 'move', thing, { day: 0, topMin: 570 }, { day: 0, topMin: 1440 }))).toBe(
      '2026-11-23T23:30 60',
    );
  });

  it('moves what began before the days shown', () => {
    const night = { startMs: at('2026-11-22T23:00Z'), endMs: at('2026-11-23T01:00Z') };
    expect(shown(dragged(scale, 'move', night, { day: 0, topMin: 30 }, { day: 1, topMin: 92 }))).toBe(
      '2026-11-24T00:00 120',
    );
  });

  it('resizes either end, down to a quarter of an hour', () => {
    const from = { day: 0, topMin: 600 };
    expect(shown(dragged(scale, 'end', thing, from, { day: 0, topMin: 640 }))).toBe('2026-11-23T09:00 105');
    expect(shown(dragged(scale, 'end', thing, from, { day: 0, topMin: 300 }))).toBe('2026-11-23T09:00 15');
    expect(shown(dragged(scale, 'start', thing, from, { day: 0, topMin: 510 }))).toBe('2026-11-23T08:30 90');
    expect(shown(dragged(scale, 'start', thing, from, { day: 0, topMin: 900 }))).toBe('2026-11-23T09:45 15');
  });

  it('keeps the time of day across a change of the clock', () => {
    const spring = gridScale(['2026-03-28', '2026-03-29'], VIENNA);
    const run = { startMs: at('2026-03-28T09:00:00+01:00'), endMs: at('2026-03-28T10:00:00+01:00') };
    expect(shown(dragged(spring, 'move', run, { day: 0, topMin: 560 }, { day: 1, topMin: 560 }))).toBe(
      '2026-03-29T07:00 60',
    );
  });
});

describe('moving with the keyboard', () => {
  const thing = { startMs: at('2026-03-28T09:00:00+01:00'), endMs: at('2026-03-28T10:00:00+01:00') };

  it('goes by quarters of an hour and by days on the wall clock', () => {
    expect(shown(nudged(thing, 'down', false, VIENNA))).toBe('2026-03-28T08:15 60');
    expect(shown(nudged(thing, 'right', false, VIENNA))).toBe('2026-03-29T07:00 60');
    expect(shown(nudged(thing, 'left', false, VIENNA))).toBe('2026-03-27T08:00 60');
  });

  it('moves only the end when resizing, never before the beginning', () => {
    expect(shown(nudged(thing, 'down', true, VIENNA))).toBe('2026-03-28T08:00 75');
    expect(shown(nudged({ ...thing, endMs: thing.startMs + 900_000 }, 'up', true, VIENNA))).toBe('2026-03-28T08:00 15');
    expect(nudged(thing, 'right', true, VIENNA)).toBe(thing);
  });
});

import {
  type FocusRhythm,
  type TimedPart,
  elapsedMs,
  endsAtMs,
  partAfter,
  resumed,
  roundOf,
  spreadWork,
} from '#main/domain/focus/timer';
import { dayBounds } from '#main/domain/time/zoned';
import { assert, double, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';

const at = (time: string): number => Date.parse(`2026-11-21T${time}Z`);

const work: TimedPart = {
  kind: 'work',
  plannedMs: 25 * 60_000,
  startedAtMs: at('10:00:00'),
  endedAtMs: null,
  pausedMs: 0,
  pausedAtMs: null,
};

const rounds: FocusRhythm = { mode: 'rounds', workMin: 25, breakMin: 5, longBreakMin: 15, rounds: 4 };

describe('the time of a part', () => {
  it('is what has passed since it began, and ends as planned', () => {
    expect(elapsedMs(work, at('10:07:18'))).toBe(438_000);
    expect(endsAtMs(work)).toBe(at('10:25:00'));
  });

  it('stands still during a pause and ends later by it', () => {
    const paused = { ...work, pausedAtMs: at('10:10:00') };
    expect(elapsedMs(paused, at('11:30:00'))).toBe(600_000);
    expect(endsAtMs(paused)).toBeNull();
    const going = resumed(paused, at('10:40:00'));
    expect(going).toMatchObject({ pausedMs: 1_800_000, pausedAtMs: null });
    expect(elapsedMs(going, at('10:41:00'))).toBe(660_000);
    expect(endsAtMs(going)).toBe(at('10:55:00'));
  });

  it('adds up pauses', () => {
    const once = resumed({ ...work, pausedAtMs: at('10:05:00') }, at('10:06:00'));
    const twice = resumed({ ...once, pausedAtMs: at('10:20:00') }, at('10:30:00'));
    expect(twice.pausedMs).toBe(660_000);
    expect(endsAtMs(twice)).toBe(at('10:36:00'));
  });

  it('never runs backwards when the clock is set back', () => {
    expect(elapsedMs(work, at('09:00:00'))).toBe(0);
    expect(resumed({ ...work, pausedAtMs: at('10:10:00') }, at('09:10:00')).pausedMs).toBe(0);
  });

  it('ends by itself after twelve hours when it has no planned end', () => {
    expect(endsAtMs({ ...work, plannedMs: null })).toBe(at('22:00:00'));
  });

  it('has no end ahead once it has ended', () => {
    const ended = { ...work, endedAtMs: at('10:20:00') };
    expect(endsAtMs(ended)).toBeNull();
    expect(elapsedMs(ended, at('18:00:00'))).toBe(1_200_000);
  });
});

describe('what comes after a part', () => {
  it('alternates work and breaks, with a long one after every fourth round', () => {
    const kinds = [1, 2, 3, 4, 5].map((works) => partAfter(rounds, 'work', works)?.kind);
    expect(kinds).toEqual(['break', 'break', 'break', 'long-break', 'break']);
    expect(partAfter(rounds, 'work', 4)).toEqual({ kind: 'long-break', plannedMs: 900_000 });
    expect(partAfter(rounds, 'break', 1)).toEqual({ kind: 'work', plannedMs: 1_500_000 });
    expect(partAfter(rounds, 'long-break', 4)).toEqual({ kind: 'work', plannedMs: 1_500_000 });
  });

  it('is nothing for a countdown and an open session', () => {
    expect(partAfter({ ...rounds, mode: 'countdown' }, 'work', 1)).toBeNull();
    expect(partAfter({ ...rounds, mode: 'open' }, 'work', 1)).toBeNull();
  });

  it('counts rounds from one and begins again after the long break', () => {
    expect([0, 1, 2, 3, 4, 5, 8, 9].map((works) => roundOf(works, 4))).toEqual([1, 1, 2, 3, 4, 1, 4, 1]);
  });
});

describe('work spread over days', () => {
  const days = ['2026-11-20', '2026-11-21', '2026-11-22'].map((day) => dayBounds(day, 'UTC'));

  it('puts each minute on the day it fell on', () => {
    const late = { ...work, startedAtMs: at('23:40:00'), endedAtMs: at('23:40:00') + 1_800_000 };
    expect(spreadWork(late, days)).toEqual([0, 1_200_000, 600_000]);
  });

  it('goes by the hour at which the person’s day begins', () => {
    const own = ['2026-11-20', '2026-11-21'].map((day) => dayBounds(day, 'UTC', 240));
    const night = { ...work, startedAtMs: at('03:50:00'), endedAtMs: at('04:05:00') };
    expect(spreadWork(night, own)).toEqual([600_000, 300_000]);
  });

  it('counts real time through a night on which the clock is put back', () => {
    const vienna = ['2026-10-24', '2026-10-25'].map((day) => dayBounds(day, 'Europe/Vienna'));
    const part = {
      ...work,
      startedAtMs: Date.parse('2026-10-24T23:30:00+02:00'),
      endedAtMs: Date.parse('2026-10-25T03:30:00+01:00'),
    };
    expect(spreadWork(part, vienna)).toEqual([1_800_000, 4.5 * 3_600_000]);
  });

  it('leaves pauses out', () => {
    const part = { ...work, startedAtMs: at('23:00:00'), endedAtMs: at('23:00:00') + 7_200_000, pausedMs: 3_600_000 };
    expect(spreadWork(part, days)).toEqual([0, 1_800_000, 1_800_000]);
  });

  it('adds up to the work of the part, whatever the part is', () => {
    assert(
      property(
        integer({ min: 0, max: 86_399_999 }),
        integer({ min: 0, max: 86_400_000 }),
        double({ min: 0, max: 1, noNaN: true }),
        (startMs, lengthMs, pausedShare) => {
          const startedAtMs = at('00:00:00') + startMs;
          const part = {
            ...work,
            startedAtMs,
            endedAtMs: startedAtMs + lengthMs,
            pausedMs: Math.floor(lengthMs * pausedShare),
          };
          const sum = spreadWork(part, days).reduce((total, ms) => total + ms, 0);
          expect(sum).toBe(lengthMs - part.pausedMs);
        },
      ),
      { numRuns: 200 },
    );
  });
});

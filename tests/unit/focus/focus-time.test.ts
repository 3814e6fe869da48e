import type { FocusPart, FocusSession } from '#contract/focus';
import { announcement, endOf, readPart, shownName, spokenTime, workTold } from '#renderer/features/focus/focus-time.ts';
import { weekSentence } from '#renderer/features/focus/week-sentence.ts';
import { countScale, scaleOf } from '#renderer/ui/chart-scale.ts';
import { describe, expect, it } from 'vitest';

const at = (time: string): number => Date.parse(`2026-11-21T${time}Z`);

const work: FocusPart = {
  kind: 'work',
  plannedMs: 1_500_000,
  startedAtMs: at('10:00:00'),
  countsFromMs: at('10:00:00'),
  pausedAtMs: null,
};

const session: FocusSession = {
  id: '019aa000-0000-7000-8000-000000000000',
  mode: 'rounds',
  state: 'running',
  name: 'Gallery 3 script',
  taskId: null,
  task: null,
  blockId: null,
  workMin: 25,
  breakMin: 5,
  longBreakMin: 15,
  rounds: 4,
  startedAtMs: at('10:00:00'),
  part: work,
  round: 1,
  next: { kind: 'break', plannedMs: 300_000 },
  workMs: 0,
  notes: [],
};

describe('the timer in the window', () => {
  it('shows what is left, rounded up, and the ring with it', () => {
    expect(readPart(work, at('10:07:18'))).toEqual({
      elapsedMs: 438_000,
      leftMs: 1_062_000,
      share: 0.708,
      text: '17:42',
    });
    expect(readPart(work, at('10:24:59') + 900).text).toBe('0:01');
    expect(readPart(work, at('10:25:00')).text).toBe('0:00');
    expect(readPart(work, at('11:00:00'))).toMatchObject({ leftMs: 0, share: 0 });
  });

  it('stands still while paused', () => {
    const paused = { ...work, pausedAtMs: at('10:10:00') };
    expect(readPart(paused, at('12:00:00')).text).toBe('15:00');
    expect(endOf(paused)).toBeNull();
    expect(endOf(work)).toBe(at('10:25:00'));
  });

  it('counts up without a planned end, and only what has passed', () => {
    const open = { ...work, plannedMs: null };
    expect(readPart(open, at('10:00:00') + 999).text).toBe('0:00');
    expect(readPart(open, at('11:30:09'))).toEqual({
      elapsedMs: 5_409_000,
      leftMs: null,
      share: 0.5025,
      text: '1:30:09',
    });
    expect(endOf(open)).toBeNull();
  });

  it('is never ahead of its beginning when the clock is set back', () => {
    expect(readPart(work, at('09:00:00')).text).toBe('25:00');
  });

  it('is said in words', () => {
    expect(spokenTime(readPart(work, at('10:07:18')))).toBe('18 minutes left');
    expect(spokenTime(readPart(work, at('10:24:30')))).toBe('1 minute left');
    expect(spokenTime(readPart({ ...work, plannedMs: null }, at('12:05:30')))).toBe('2 hours 5 minutes so far');
    expect(spokenTime(readPart({ ...work, plannedMs: null }, at('11:00:30')))).toBe('1 hour so far');
  });
});

describe('what a screen reader is told', () => {
  it('is new only at the start and at few marks', () => {
    const said: string[] = [];
    for (let second = 0; second <= 1_500; second += 1) {
      const words = announcement(session, at('10:00:00') + second * 1_000);
      if (said.at(-1) !== words) said.push(words);
    }
    expect(said).toEqual([
      'Gallery 3 script is on.',
      'Gallery 3 script: 10 minutes left.',
      'Gallery 3 script: 5 minutes left.',
      'Gallery 3 script: 1 minute left.',
    ]);
  });

  it('does not call the start of a short break a mark', () => {
    const rest = { ...session, part: { ...work, kind: 'break', plannedMs: 300_000 } } as const;
    expect(announcement(rest, at('10:00:01'))).toBe('Break is on.');
    expect(announcement(rest, at('10:04:30'))).toBe('Break: 1 minute left.');
  });

  it('tells a pause and a break that is over', () => {
    const paused = { ...session, state: 'paused', part: { ...work, pausedAtMs: at('10:10:00') } } as const;
    expect(announcement(paused, at('10:20:00'))).toBe('Gallery 3 script is paused.');
    const ready = { ...session, state: 'ready', part: null, round: 2 } as const;
    expect(announcement(ready, at('10:40:00'))).toBe('The break is over. Round 2 begins when you say so.');
  });
});

describe('words', () => {
  it('name what is on', () => {
    expect(shownName(session)).toBe('Gallery 3 script');
    expect(shownName({ ...session, name: '' })).toBe('Focus');
    expect(shownName({ ...session, part: { ...work, kind: 'long-break' } })).toBe('Long break');
  });

  it('tell what was done', () => {
    expect(workTold(1_500_000, 'Gallery 3 script')).toBe('Focused 25 min on Gallery 3 script');
    expect(workTold(59_000, '')).toBe('Focused less than a minute');
    expect(workTold(3_600_000, 'x'.repeat(2_000))).toBe(`Focused 1 h on ${'x'.repeat(59)}…`);
  });
});

describe('the chart of a week', () => {
  it('has the smallest axis with round labels that holds the longest day', () => {
    expect(scaleOf(0)).toEqual({ topMs: 600_000, ticks: [10, 5, 0], unit: 'minutes' });
    expect(scaleOf(25 * 60_000)).toEqual({ topMs: 1_800_000, ticks: [30, 15, 0], unit: 'minutes' });
    expect(scaleOf(61 * 60_000)).toEqual({ topMs: 7_200_000, ticks: [2, 1, 0], unit: 'hours' });
    expect(scaleOf(195 * 60_000)).toEqual({ topMs: 14_400_000, ticks: [4, 2, 0], unit: 'hours' });
    expect(scaleOf(25 * 3_600_000)).toEqual({ topMs: 144_000_000, ticks: [40, 20, 0], unit: 'hours' });
    expect([0, 3, 11, 61, 1_001].map((most) => countScale(most).ticks)).toEqual([
      [2, 1, 0],
      [4, 2, 0],
      [20, 10, 0],
      [100, 50, 0],
      [2000, 1000, 0],
    ]);
  });

  it('says in one sentence what it shows', () => {
    const day = (name: string, minutes: number) => ({ day: name, workMs: minutes * 60_000 });
    const same = (name: string): string => name;
    expect(weekSentence([day('Monday', 0), day('Tuesday', 0)], same)).toBe('No focus in these days yet.');
    expect(weekSentence([day('Monday', 0), day('Tuesday', 25)], same)).toBe('25 min in all, on Tuesday.');
    expect(weekSentence([day('Wednesday', 195), day('Tuesday', 575)], same)).toBe(
      '12 h 50 min in all. Tuesday was the longest, 9 h 35 min.',
    );
  });
});

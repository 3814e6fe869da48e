import { learnedLength } from '#main/domain/scheduling/learned-lengths';
import type { DoneTask, TaskToLearn } from '#main/domain/scheduling/learned-lengths';
import { describe, expect, it } from 'vitest';

const asked = (more: Partial<TaskToLearn> = {}): TaskToLearn => ({
  title: 'Script',
  project: null,
  tags: [],
  estimateMin: null,
  ...more,
});
const done = (tookMin: number, more: Partial<DoneTask> = {}): DoneTask => ({
  title: `Task of ${tookMin}`,
  project: null,
  tags: [],
  estimateMin: null,
  tookMin,
  ...more,
});

describe('a learned length', () => {
  it('is not given before enough was done, and says how much that is', () => {
    expect(learnedLength(asked(), [done(30), done(40), done(50), done(60)])).toEqual({
      length: null,
      count: 4,
      needed: 5,
    });
  });

  it('goes by all tasks when nothing is alike', () => {
    const all = [30, 40, 50, 60, 70].map((minutes) => done(minutes));
    expect(learnedLength(asked(), all)).toEqual({
      length: { lowMin: 30, middleMin: 50, highMin: 75, basis: 'all' },
      count: 5,
      needed: 5,
    });
  });

  it('goes by what shares its tags, drawn a little towards all', () => {
    const writing = [60, 60, 60, 60, 60].map((minutes) => done(minutes, { tags: ['writing'] }));
    const calls = Array.from({ length: 20 }, () => done(10, { tags: ['call'] }));
    const { length, count } = learnedLength(asked({ tags: ['writing'] }), [...writing, ...calls]);
    expect(count).toBe(5);
    expect(length?.basis).toBe('tags');
    expect(length?.middleMin).toBeGreaterThan(30);
    expect(length?.middleMin).toBeLessThan(60);
  });

  it('believes many more than few', () => {
    const middle = (times: number): number =>
      learnedLength(asked({ project: 'Tour' }), [
        ...Array.from({ length: times }, () => done(100, { project: 'Tour' })),
        ...Array.from({ length: 60 }, () => done(20)),
      ]).length?.middleMin ?? 0;
    expect(middle(5)).toBeLessThan(middle(10));
    expect(middle(10)).toBeLessThan(middle(40));
    expect(middle(40)).toBeLessThanOrEqual(100);
  });

  it('takes the same title, done three times, before tags and project', () => {
    const same = [20, 25, 30].map((minutes) => done(minutes, { title: ' weekly  review', tags: ['x'] }));
    const tagged = Array.from({ length: 9 }, () => done(90, { tags: ['x'] }));
    const { length, count } = learnedLength(asked({ title: 'Weekly review', tags: ['x'] }), [...same, ...tagged]);
    expect([length?.basis, count]).toEqual(['title', 3]);
    expect(length?.middleMin).toBeLessThan(60);
  });

  it('learns from an estimate by how much longer things took than estimated', () => {
    const slow = [10, 20, 40, 60, 90].map((minutes) => done(minutes * 2, { estimateMin: minutes }));
    expect(learnedLength(asked({ estimateMin: 30 }), slow).length).toMatchObject({ middleMin: 60, basis: 'all' });
  });

  it('is wider where lengths differ more', () => {
    const range = (lengths: readonly number[]): number => {
      const { length } = learnedLength(
        asked(),
        lengths.map((minutes) => done(minutes)),
      );
      return (length?.highMin ?? 0) / (length?.lowMin ?? 1);
    };
    expect(range([50, 50, 50, 50, 50, 50])).toBeLessThan(range([30, 40, 50, 60, 70, 50]));
    expect(range([30, 40, 50, 60, 70, 50])).toBeLessThan(range([10, 20, 50, 90, 180, 50]));
  });
});

import type { Task } from '#contract/tasks';
import {
  type Place,
  type Review,
  choicesOf,
  dayOfPlace,
  minutesToday,
  rowsOf,
} from '#renderer/features/today/day-choices.ts';
import { describe, expect, it } from 'vitest';

const task = (id: string, fields: Partial<Task> = {}): Task =>
  ({ id, title: id, doDay: null, dueDay: null, estimateMin: null, someday: false, ...fields }) as Task;

const review: Review = {
  day: '2026-11-20',
  left: [task('late', { dueDay: '2026-11-18', estimateMin: 45 })],
  today: [task('on', { doDay: '2026-11-20' })],
  soon: [task('soon', { dueDay: '2026-11-22', estimateMin: 60 })],
  done: [],
  focusMin: 0,
};

describe('the places of a day', () => {
  it('are those that most people mean', () => {
    const usual = (ritual: 'plan' | 'close') =>
      rowsOf(ritual, review).map(({ task: { id }, usual: place }) => [id, place]);
    expect(usual('plan')).toEqual([
      ['late', 'today'],
      ['on', 'today'],
      ['soon', 'stay'],
    ]);
    expect(usual('close')).toEqual([
      ['on', 'tomorrow'],
      ['late', 'tomorrow'],
    ]);
  });

  it('change only what is elsewhere', () => {
    const rows = rowsOf('plan', review);
    const usual = ({ usual: place }: (typeof rows)[number]): Place => place;
    expect(choicesOf(rows, usual, review.day, 1)).toEqual([{ taskId: 'late', to: 'day', day: '2026-11-20' }]);
    expect(choicesOf(rows, () => 'done', review.day, 1)).toHaveLength(3);
    expect(choicesOf(rows, () => 'stay', review.day, 1)).toEqual([]);
  });

  it('count what a task without an estimate is planned with', () => {
    const rows = rowsOf('plan', review);
    expect(minutesToday(rows, ({ usual }) => usual, 30)).toBe(75);
    expect(minutesToday(rows, () => 'today', 30)).toBe(135);
  });

  it('name days: a week begins on the person’s first weekday', () => {
    expect(dayOfPlace('tomorrow', '2026-12-31', 1)).toBe('2027-01-01');
    expect(dayOfPlace('nextWeek', '2026-11-20', 1)).toBe('2026-11-23');
    expect(dayOfPlace('nextWeek', '2026-11-23', 1)).toBe('2026-11-30');
    expect(dayOfPlace('nextWeek', '2026-11-20', 7)).toBe('2026-11-22');
  });
});

import { describe, expect, it } from 'vitest';
import { findSimilarTask } from '#main/domain/insights/match-task';

const tasks = [
  { id: 'ramp', title: 'Ask Jonas about the ramp' },
  { id: 'passport', title: 'Renew passport' },
  { id: 'mum', title: 'Call mum' },
];

describe('matching a to-do with the tasks that exist', () => {
  it.each([
    ['ask jonas about the ramp', 'ramp'],
    ['About the ramp: asking Jonas', 'ramp'],
    ['Renew my passport', 'passport'],
    ['Ring my mother', 'mum'],
    ['Renew passports before the trip', 'passport'],
  ])('takes %j for the task %s', (title, id) => {
    expect(findSimilarTask(title, tasks)?.id).toBe(id);
  });

  it.each(['Ask Jonas about dinner', 'Call the bank', 'Order a filter', '', '…'])('takes %j for none', (title) => {
    expect(findSimilarTask(title, tasks)).toBeNull();
  });

  it('gives the same words a score of 1 and prefers the closest', () => {
    expect(findSimilarTask('Call mum', [{ id: 'a', title: 'Call mum about Sunday' }, ...tasks])).toEqual({
      id: 'mum',
      score: 1,
    });
  });
});

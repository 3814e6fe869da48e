import { ruleText } from '#main/domain/recurrence/rule-text';
import { assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rulesOfDays } from '../../support/recurrence/random-rules.ts';

describe('a rule in words', () => {
  test.each([
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', 'every 2 weeks on Monday and Thursday'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday'],
    ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=2', 'every month on the last Friday 2 times'],
    ['FREQ=YEARLY;BYWEEKNO=20,-1;BYDAY=MO', 'every year in weeks 20 and 1 from the end of the year on Monday'],
    ['FREQ=YEARLY;BYYEARDAY=1,-1', 'every year on days 1 and 1 from the end of the year'],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', 'every month on the 13th on Friday only'],
    ['FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1', 'every month on Monday and Tuesday (only the last of these)'],
    ['RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD', 'every month or the last day before when there is no such day'],
    ['FREQ=DAILY;BYHOUR=8,20;BYMINUTE=30', 'every day at 08:30 and 20:30'],
  ])('%s', (rule, words) => {
    expect(ruleText(rule)).toBe(words);
  });

  test('says when it is counted from completion', () => {
    expect(ruleText('FREQ=DAILY;INTERVAL=3', 'completion')).toBe('every 3 days after completion');
  });

  test('is given for every rule', () => {
    assert(
      property(rulesOfDays(), ({ rrule }) => {
        expect(ruleText(rrule)).toMatch(/^every .*[^ ]$/);
        expect(ruleText(rrule)).not.toMatch(/undefined|NaN|null| {2}/);
      }),
      { numRuns: 500, seed: 20_261_127 },
    );
  });
});

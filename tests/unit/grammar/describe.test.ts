import { describeItem } from '#main/domain/grammar/describe';
import { readText } from '#main/domain/grammar/read';
import { expect, it } from 'vitest';

// Wednesday, 11 November 2026, 10:00 in Vienna.
const context = { nowMs: Date.parse('2026-11-11T09:00:00Z'), zone: 'Europe/Vienna' };

it.each([
  ['lunch with Ana fri 1pm', 'Event, Fri 13 Nov 13:00'],
  ['meeting tomorrow from 3 to 4pm', 'Event, tomorrow 15:00–16:00'],
  ['trip mon to wed', 'Event, Mon 16 Nov to Wed 18 Nov'],
  ['pay rent 850 eur tomorrow', 'Expense €850.00, tomorrow'],
  ['ramen ¥500', 'Expense ¥500'],
  ['call mum every other sunday high priority', 'Task, due Sun 15 Nov, high priority, every 2 weeks on Sunday'],
  ['pay rent on the last day of every month', 'Task, due Mon 30 Nov, every month on the last day'],
  ['email Bob by 5 jan 2027 ~90m', 'Task, due Tue 5 Jan 2027, 1 h 30 min'],
  [
    'standup every weekday at 9:30 remind me 15 min before',
    'Event, tomorrow 09:30, every weekday, reminder 15 min before',
  ],
  ['feeling good', 'Journal entry'],
])('describes "%s"', (text, words) => {
  expect(readText(text, context).items.map((item) => describeItem(item, context))).toEqual([words]);
});

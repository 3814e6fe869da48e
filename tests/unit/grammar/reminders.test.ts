import { describe, expect, test } from 'vitest';
import type { Item } from '../../../preload/contract/capture.ts';
import { readText } from '../../../main/domain/grammar/read.ts';

/** Friday 27 November 2026, 10:00 in Vienna. */
const CONTEXT = { nowMs: Date.parse('2026-11-27T09:00:00Z'), zone: 'Europe/Vienna' };

function read(text: string): Item {
  const { items } = readText(text, CONTEXT);
  expect(items, text).toHaveLength(1);
  return items[0]!;
}

describe('reminders', () => {
  test.each<[text: string, title: string, minutes: readonly number[]]>([
    ['dentist tuesday 3pm, remind me 15 min before', 'dentist', [15]],
    ['dentist tuesday 3pm, remind me 1 hour and 1 day before', 'dentist', [60, 1440]],
    ['dentist tuesday 3pm, remind me 1 day, 1 hour before', 'dentist', [1440, 60]],
    ['dentist tue 3pm with a 30 minute reminder', 'dentist', [30]],
    ['dentist tue 3pm !30m before', 'dentist', [30]],
    ['pay rent on the 1st remind me the day before', 'pay rent', [1440]],
    ['remind me tomorrow at 9 to call mum', 'call mum', [0]],
    ['remind me 15 min before dentist tomorrow at 3pm', 'dentist', [15]],
    ['call mum every other sunday remind me 1h before', 'call mum', [60]],
  ])('"%s" tells about "%s" %j minutes before', (text, title, minutes) => {
    const item = read(text);
    expect(item).toMatchObject({ title, remindersMin: minutes });
    expect(item.remindAt).toBeUndefined();
  });

  test('a moment to be told at that is not the time of the thing stands by itself', () => {
    const dentist = read('dentist tuesday 3pm, remind me monday at 8pm');
    expect(dentist.start?.local).toBe('2026-12-01T15:00:00');
    expect(dentist.remindAt?.map(({ local }) => local)).toEqual(['2026-11-30T20:00:00']);
    const report = read('remind me on thursday at 9 to send the report by friday');
    expect(report.due?.local).toBe('2026-12-04T00:00:00');
    expect(report.start).toBeUndefined();
    expect(report.remindAt?.map(({ local }) => local)).toEqual(['2026-12-03T09:00:00']);
  });

  test('a day to be reminded on leaves the hour to the reminders', () => {
    const item = read('remind me tomorrow to call mum');
    expect(item.due).toMatchObject({ local: '2026-11-28T00:00:00', grain: 'day' });
    expect(item.remindAt).toMatchObject([{ local: '2026-11-28T00:00:00', grain: 'day' }]);
    expect(read('remind me tomorrow evening to water plants').remindAt).toMatchObject([
      { local: '2026-11-28T19:00:00', grain: 'hour' },
    ]);
  });

  test('"remind me tomorrow to ..." behind another thing is a thing of its own', () => {
    const { items } = readText('dentist tue 3pm and remind me tomorrow to buy floss', CONTEXT);
    expect(items.map(({ title, remindAt }) => [title, remindAt?.length ?? 0])).toEqual([
      ['dentist', 0],
      ['buy floss', 1],
    ]);
  });
});

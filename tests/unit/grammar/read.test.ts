import type { Item } from '#contract/capture';
import { readText } from '#main/domain/grammar/read';
import { READ_LIMIT } from '#main/domain/grammar/tokens';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

// Wednesday, 11 November 2026, 10:00 in Vienna.
const context = { nowMs: Date.parse('2026-11-11T09:00:00Z'), zone: 'Europe/Vienna' };

function items(text: string): Item[] {
  return readText(text, context).items;
}

function only(text: string): Item {
  const [first, ...rest] = items(text);
  expect(rest).toEqual([]);
  if (!first) throw new Error('nothing was read');
  return first;
}

describe('several things in one sentence', () => {
  it('reads an event, an expense, a recurring task and a journal line', () => {
    const text =
      'lunch with Ana fri 1pm, pay rent 850 eur tomorrow, call mum every other sunday, feeling anxious about the launch';
    const read = items(text);
    expect(read.map(({ kind, title }) => [kind, title])).toEqual([
      ['event', 'lunch with Ana'],
      ['expense', 'pay rent'],
      ['task', 'call mum'],
      ['entry', 'feeling anxious about the launch'],
    ]);
    expect(read[0]).toMatchObject({ start: { local: '2026-11-13T13:00:00', grain: 'hour' }, people: ['Ana'] });
    expect(read[0]?.end).toBeUndefined();
    expect(read[1]).toMatchObject({
      start: { local: '2026-11-12T00:00:00', grain: 'day' },
      amount: { minor: 85_000, currency: 'EUR' },
      category: 'housing',
    });
    expect(read[2]).toMatchObject({
      recurrence: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU',
      due: { local: '2026-11-15T00:00:00', grain: 'day' },
    });
    expect(read.map(({ from, to }) => text.slice(from, to))).toEqual([
      'lunch with Ana fri 1pm',
      'pay rent 850 eur tomorrow',
      'call mum every other sunday',
      'feeling anxious about the launch',
    ]);
  });

  it('keeps a list of things to buy as one task', () => {
    expect(only('buy milk, eggs and bread tomorrow')).toMatchObject({
      kind: 'task',
      title: 'buy milk, eggs and bread',
    });
  });

  it('cuts at "and" when each part has its own date', () => {
    expect(items('call mum tomorrow and buy milk on friday').map(({ title }) => title)).toEqual([
      'call mum',
      'buy milk',
    ]);
  });

  it('cuts a list where something else was paid for', () => {
    expect(
      items('lunch with Ana fri 1pm, taxi 14.50 eur, netflix 12.99 eur').map(({ kind, title }) => [kind, title]),
    ).toEqual([
      ['event', 'lunch with Ana'],
      ['expense', 'taxi'],
      ['expense', 'netflix'],
    ]);
    expect(only('buy milk, eggs 4 eur')).toMatchObject({ kind: 'expense', title: 'buy milk, eggs' });
  });

  it('cuts sentences where telling turns to asking and back', () => {
    expect(items('Buy milk. I feel tired today. Call Ana tomorrow.').map(({ kind, title }) => [kind, title])).toEqual([
      ['task', 'Buy milk'],
      ['entry', 'I feel tired today.'],
      ['task', 'Call Ana'],
    ]);
  });

  it('reads a list line by line without its marks', () => {
    expect(items('- buy milk\n* call Ana fri\n[ ] water the plants').map(({ title }) => title)).toEqual([
      'buy milk',
      'call Ana',
      'water the plants',
    ]);
  });
});

describe('when', () => {
  it('makes a date of a task its due day', () => {
    expect(only('email Bob tomorrow').due).toMatchObject({ local: '2026-11-12T00:00:00', grain: 'day' });
  });

  it('makes a time of a task its start, unless it is a deadline', () => {
    expect(only('email Bob tomorrow at 5pm').start).toMatchObject({ local: '2026-11-12T17:00:00', grain: 'hour' });
    const deadline = only('finish slides before friday 5pm');
    expect(deadline.due).toMatchObject({ local: '2026-11-13T17:00:00', grain: 'hour' });
    expect(deadline.start).toBeUndefined();
  });

  it('does not take a name for a month', () => {
    expect(only('meet Jan at noon')).toMatchObject({ title: 'meet Jan', start: { local: '2026-11-11T12:00:00' } });
  });

  it('takes a day and a time that stand apart as one moment', () => {
    expect(only('friday dentist at 3')).toMatchObject({
      kind: 'event',
      title: 'dentist',
      start: { local: '2026-11-13T15:00:00' },
    });
  });

  it.each(['report by friday', 'report due friday', 'report due: friday', 'report due on friday'])(
    'reads "%s" as a deadline',
    (text) => {
      expect(only(text)).toMatchObject({ kind: 'task', title: 'report', due: { local: '2026-11-13T00:00:00' } });
    },
  );

  it('means the last day by "end of the month"', () => {
    expect(only('report due end of the month').due).toMatchObject({ local: '2026-11-30T00:00:00', grain: 'day' });
  });

  it.each([
    'meeting 31 feb 10am',
    'meeting feb 30 at 10am',
    'dentist on the 31st of june at 9',
    'dentist 31.2. 10am',
    'dentist 31/02/2027 10am',
    'dentist 2026-02-31 10:00',
    'event: party 29 feb 2027',
    'taxi 12 eur on 31 june',
  ])('leaves all of %j as words: there is no such day', (text) => {
    const item = only(text);
    expect(item).toMatchObject({ kind: 'task', title: text, confidence: 0.3 });
    expect([item.start, item.due]).toEqual([undefined, undefined]);
  });

  it('knows leap days, months with a length after them, and versions', () => {
    expect(only('party 29 feb 2028')).toMatchObject({ kind: 'event', start: { local: '2028-02-29T00:00:00' } });
    expect(only('review feb 30 min').confidence).toBe(0.8);
    expect(only('upgrade to 31.2.7 tomorrow')).toMatchObject({ due: { local: '2026-11-12T00:00:00' } });
  });

  it('makes an event of days with a first and a last one, and gives a task both', () => {
    for (const text of ['team offsite dec 3 to dec 5', 'team offsite 3 to 5 dec'])
      expect(only(text)).toMatchObject({
        kind: 'event',
        title: 'team offsite',
        start: { local: '2026-12-03T00:00:00', grain: 'day' },
        end: { local: '2026-12-06T00:00:00' },
      });
    expect(only('paint the fence dec 3 to dec 5')).toMatchObject({
      kind: 'task',
      start: { local: '2026-12-03T00:00:00' },
      due: { local: '2026-12-05T00:00:00' },
    });
    expect(only('tidy up this weekend').kind).toBe('task');
  });

  it('takes any year of the calendar, and no number of things for one', () => {
    expect(only('lunch on dec 31 9999 at 23:30')).toMatchObject({
      title: 'lunch',
      start: { local: '9999-12-31T23:30:00' },
    });
    expect(only('walk on dec 31 5000 steps')).toMatchObject({ title: 'walk 5000 steps' });
  });

  it('keeps a second day in the title', () => {
    expect(only('lunch with Bo fri, tomorrow 5pm')).toMatchObject({
      kind: 'event',
      title: 'lunch with Bo, tomorrow 5pm',
      start: { local: '2026-11-13T00:00:00', grain: 'day' },
    });
    expect(only('call Bo fri 3pm and sat 5pm')).toMatchObject({
      title: 'call Bo and sat 5pm',
      start: { local: '2026-11-13T15:00:00' },
    });
    expect(only('lunch with Bo thu, tomorrow 5pm')).toMatchObject({
      title: 'lunch with Bo',
      start: { local: '2026-11-12T17:00:00' },
    });
    expect(only('lunch friday (13 nov) 1pm')).toMatchObject({
      title: 'lunch',
      start: { local: '2026-11-13T13:00:00' },
    });
  });

  it('gives an event the end that was said or that its length gives', () => {
    expect(only('meeting tomorrow from 3 to 4pm')).toMatchObject({
      end: { local: '2026-11-12T16:00:00' },
      durationMin: 60,
    });
    expect(only('yoga tomorrow at 6pm for 90 minutes')).toMatchObject({
      end: { local: '2026-11-12T19:30:00' },
      durationMin: 90,
    });
  });
});

describe('recurrence', () => {
  it.each([
    ['every day', 'FREQ=DAILY'],
    ['every weekday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['every other week', 'FREQ=WEEKLY;INTERVAL=2'],
    ['every mon, wed and fri', 'FREQ=WEEKLY;BYDAY=MO,WE,FR'],
    ['on tuesdays', 'FREQ=WEEKLY;BYDAY=TU'],
    ['every 27th', 'FREQ=MONTHLY;BYMONTHDAY=27'],
    ['every month on the 2nd wednesday', 'FREQ=MONTHLY;BYDAY=2WE'],
    ['last friday of every month', 'FREQ=MONTHLY;BYDAY=-1FR'],
    ['every 5 january', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=5'],
    ['every day at 10, 12 and 17', 'FREQ=DAILY;BYHOUR=10,12,17'],
    ['every day for 2 weeks', 'FREQ=DAILY;UNTIL=20261125'],
    ['every day 5 times', 'FREQ=DAILY;COUNT=5'],
    ['quarterly', 'FREQ=MONTHLY;INTERVAL=3'],
  ])('reads "%s"', (words, rrule) => {
    expect(only(`water the plants ${words}`)).toMatchObject({ title: 'water the plants', recurrence: rrule });
  });

  it('counts from completion when asked to', () => {
    expect(only('water the plants every 3 days after completion').anchor).toBe('completion');
    expect(only('water the plants every! 3 days').anchor).toBe('completion');
  });

  it('begins on the first day that fits, and today only while its time is ahead', () => {
    expect(only('gym every wed at 8am').start?.local).toBe('2026-11-18T08:00:00');
    expect(only('gym every wed at 6pm').start?.local).toBe('2026-11-11T18:00:00');
  });

  it('leaves "the weekly report" a report', () => {
    expect(only('send the weekly report')).toMatchObject({ title: 'send the weekly report' });
  });
});

describe('marks', () => {
  it('reads priority, tag, person, project and estimate and takes them out of the title', () => {
    expect(only('email @bob the slides p1 #work +Launch ~45m')).toMatchObject({
      kind: 'task',
      title: 'email bob the slides',
      priority: 1,
      tags: ['work'],
      people: ['bob'],
      project: 'Launch',
      durationMin: 45,
    });
  });

  it.each([
    ['call bank !1', 1],
    ['call bank !!!', 1],
    ['call bank !!', 2],
    ['urgent: call bank', 1],
    ['call bank asap', 1],
    ['call bank p4', 4],
  ])('reads the priority of "%s"', (text, priority) => {
    expect(only(text)).toMatchObject({ title: 'call bank', priority });
  });

  it('leaves issue numbers, places and fractions alone', () => {
    expect(only('fix #123')).toMatchObject({ title: 'fix #123', tags: [] });
    expect(only('go to urgent care')).toMatchObject({ title: 'go to urgent care' });
    expect(only('buy 5m cable')).toMatchObject({ title: 'buy 5m cable' });
  });

  it('reads reminders', () => {
    expect(only('standup tomorrow 9:30 remind me 15 min before').remindersMin).toEqual([15]);
    expect(only('flight friday 7am, reminder 1 day before and 2 hours before').remindersMin).toEqual([1440, 120]);
    expect(only('remind me to take pills at 8pm')).toMatchObject({ title: 'take pills', remindersMin: [0] });
  });
});

describe('money', () => {
  it.each([
    ['coffee €12.50', 1250, 'EUR'],
    ['coffee 12 euros', 1200, 'EUR'],
    ['coffee 4,50 €', 450, 'EUR'],
    ['coffee $9', 900, 'USD'],
    ['ramen ¥1,200', 1200, 'JPY'],
    ['laptop 1.234,56 EUR', 123_456, 'EUR'],
    ['fee 1.5 kwd', 1500, 'KWD'],
  ])('reads "%s" in minor units', (text, minor, currency) => {
    expect(only(text)).toMatchObject({ kind: 'expense', amount: { minor, currency } });
  });

  it('keeps an amount that names what a task is about', () => {
    expect(only('ask Bob about the $500 invoice')).toMatchObject({
      kind: 'task',
      title: 'ask Bob about the $500 invoice',
    });
  });

  it('keeps a second amount in the title', () => {
    expect(only('groceries 20 eur, 3 eur tip')).toMatchObject({
      title: 'groceries, 3 eur tip',
      amount: { minor: 2_000, currency: 'EUR' },
    });
  });

  it('does not pay for apples by the pound', () => {
    expect(only('buy 2 pounds of apples').amount).toBeUndefined();
  });
});

describe('dismissed spans', () => {
  it('reads a span the person dismissed as plain words', () => {
    const text = 'read Friday tomorrow';
    const read = readText(text, context, { ignored: [{ from: 5, to: 11 }] });
    expect(read.items).toMatchObject([{ title: 'read Friday', due: { local: '2026-11-12T00:00:00' } }]);
    expect(read.dates.map((date) => date.text)).toEqual(['tomorrow']);
  });
});

describe('any input', () => {
  it('never throws, and its spans are ordered and never overlap', () => {
    const words = fc.constantFrom(
      'fri',
      'at',
      '9',
      '-',
      'to',
      'every',
      'other',
      'may',
      '€',
      '12',
      '.',
      ',',
      '/',
      '2026',
      '#a',
      '@',
      '+',
      '!',
      '!!',
      'p1',
      'with',
      'Ana',
      'in',
      'half',
      'an',
      'hour',
      'before',
      'first',
      'of',
      'month',
      'remind',
      'me',
      '\n',
      '🎂',
      'שלום',
      '(',
      ')',
      '31',
      '99999999999',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words, { maxLength: 25 }).map((list) => list.join(' ')),
      fc.array(words, { maxLength: 25 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { dates, items: read } = readText(text, context);
        for (const spans of [dates, read, ...read.map((item) => item.spans)]) {
          let last = 0;
          for (const { from, to } of spans) {
            expect(from).toBeGreaterThanOrEqual(last);
            expect(to).toBeGreaterThan(from);
            expect(to).toBeLessThanOrEqual(text.length);
            last = to;
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    'every day for 999999999 years',
    'in 999999999 years',
    'tomorrow until 999999999 years from now',
    'gym for 999999999 hours at 9',
    'a week from '.repeat(1600),
    '3 days after '.repeat(1500),
  ])('survives lengths of time beyond the calendar and counts upon counts: "%s"', (text) => {
    expect(items(text)).toHaveLength(1);
  });

  it('keeps a paste beyond the limit whole, as one entry', () => {
    const text = 'call mum tomorrow, '.repeat(600_000);
    const read = readText(text, context);
    expect(read.items).toHaveLength(1);
    expect(read.items[0]).toMatchObject({ kind: 'entry', to: text.length });
    expect(read.items[0]?.title).toHaveLength(text.length);
    expect(read.dates.at(-1)?.to).toBeLessThanOrEqual(READ_LIMIT);
  });

  it('reads nothing in an empty text', () => {
    expect(readText(' \n ', context)).toEqual({ dates: [], items: [] });
  });
});

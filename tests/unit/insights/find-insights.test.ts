import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textInsights } from '#contract/insights';
import { findInsights } from '#main/domain/insights/find-insights';

// Wednesday 18 November 2026, 20:14 in London
const context = { nowMs: Date.parse('2026-11-18T20:14:00Z'), zone: 'Europe/London' };
const read = (text: string) => findInsights(text, context);
const spent = (text: string, zone: string) =>
  findInsights(text, { ...context, zone }).expenses.map((expense) => expense.amount);
const titles = (text: string) => read(text).todos.map((todo) => todo.title);

describe('to-dos in prose', () => {
  it('finds the five to-dos hidden in an entry and nothing else', () => {
    const text = `Had a slow start. The van still has no ramp and Dad's moving day is the 28th. I should ask Jonas about the ramp before then. Marta rang to say the accounts are late again; I told her I'd send the missing receipts by Thursday.

In the afternoon I finally called the insurance people. I had to wait forty minutes but it's sorted. Don't let me forget to book a table. I still haven't replied to Tom's letter. I need to order the filter for the heating by Monday.

I don't need to go to the dentist until March. If I had to do it all again I'd pick a smaller house. I should have gone to bed earlier.`;
    expect(read(text).todos.map(({ title, due, person }) => [title, due?.local, person])).toEqual([
      ['Ask Jonas about the ramp', '2026-11-28T00:00:00', 'Jonas'],
      ['Send the missing receipts', '2026-11-19T00:00:00', 'Marta'],
      ['Book a table', undefined, undefined],
      ["Reply to Tom's letter", undefined, undefined],
      ['Order the filter for the heating', '2026-11-23T00:00:00', undefined],
    ]);
  });

  it.each([
    ['I have to renew my passport by Friday.', 'Renew my passport'],
    ['gotta return the drill to sam tomorrow', 'Return the drill to sam'],
    ['Need to ask Lars whether he can be a reference.', 'Ask Lars whether he can be a reference'],
    ["I'd better scan the slips this weekend.", 'Scan the slips'],
    ['I keep meaning to look into the evening course.', 'Look into the evening course'],
    ['I promised Ellie to fix her bike.', 'Fix her bike'],
    ["We're nearly out of cat food.", 'Buy cat food'],
    ['The tax return is due on the 30th.', 'Pay the tax return'],
    ['Our landlord wants the meter reading by Monday.', 'Send the meter reading'],
    ['- [ ] cancel the old contract', 'Cancel the old contract'],
    ['TODO bump the pool size', 'Bump the pool size'],
    ["Let's look at flats on Sunday.", 'Look at flats'],
  ])('reads %j as a to-do', (text, title) => {
    expect(titles(text)).toEqual([title]);
  });

  it('leaves tables and attached pictures alone', () => {
    const picture = '![call Ana tomorrow](attachments/0123456789abcdef0123456789abcdef.png)';
    expect(titles(`| I must pay the rent | 400 |\n| --- | --- |\n| buy paint | 40 |\n\n${picture}\n`)).toEqual([]);
    expect(titles(`${picture}\n\nI need to call the bank.`)).toEqual(['Call the bank']);
  });

  it('parts deeds that share one obligation', () => {
    expect(titles('Still to do before Tuesday: lag the outside tap, and bring the tubers back into the shed.')).toEqual(
      ['Lag the outside tap', 'Bring the tubers back into the shed'],
    );
    expect(titles('I must peel the chestnuts tonight and borrow four chairs from the neighbours.')).toEqual([
      'Peel the chestnuts',
      'Borrow four chairs from the neighbours',
    ]);
  });

  it('reads the lines under a to-do heading and leaves those under another alone', () => {
    expect(
      titles('## Todo\n- renew car insurance\n- ~~call the bank~~\n- [x] pay rent\n\n## Done\n- send the invoice'),
    ).toEqual(['Renew car insurance']);
  });

  it.each([
    'I finally called the dentist.',
    'I had to call the dentist.',
    "I don't have to renew the domain, it renews itself.",
    'I should have called the dentist.',
    "If I have to move again I'll scream.",
    'Derek says I should enter the show again.',
    'He has to sign the form.',
    'I was going to cancel the gym.',
    "I'm not going to call him.",
    'Need to reply to the recruiter? No, already declined.',
    'She said "you must sign the form" and left.',
    'In the dream I had to catch a train and I must buy the ticket.',
    'I have to say it was good.',
    'I need to be kinder to myself.',
    'The book is called Return the Salt by Monday.',
    'Every year I say I must write more letters.',
  ])('leaves %j alone', (text) => {
    expect(titles(text)).toEqual([]);
  });
});

describe('events', () => {
  it('finds what is to happen at a time', () => {
    const { events } = read('Dinner with Priya on Friday at 7, then home. The party starts on Saturday.');
    expect(events.map(({ title, start }) => [title, start?.local, start?.grain])).toEqual([
      ['Dinner with Priya', '2026-11-20T19:00:00', 'hour'],
      ['Party', '2026-11-21T00:00:00', 'day'],
    ]);
  });

  it('leaves the past alone', () => {
    expect(read('The meeting yesterday ran over. We had dinner on Friday.').events).toEqual([]);
  });
});

describe('expenses', () => {
  it('finds money spent, in the currency of the sign or of the place', () => {
    const { expenses } = read(
      'Spent 12.50 on lunch and £36 on train tickets. A soup for 7 euro. Nine pounds eighty this journey cost me.',
    );
    expect(expenses.map(({ amount, category }) => [amount.minor, amount.currency, category])).toEqual([
      [1250, 'GBP', 'eating-out'],
      [3600, 'GBP', 'transport'],
      [700, 'EUR', 'eating-out'],
      [980, 'GBP', 'transport'],
    ]);
  });

  it('knows what a dollar and a crown are where the writer lives, and that yen have no cents', () => {
    expect(spent('Lunch was $12.', 'Australia/Sydney')).toEqual([{ minor: 1200, currency: 'AUD' }]);
    expect(spent('Coffee 42 kr.', 'Europe/Oslo')).toEqual([{ minor: 4200, currency: 'NOK' }]);
    expect(spent('Bought stamps for ¥2,800.', 'Asia/Tokyo')).toEqual([{ minor: 2800, currency: 'JPY' }]);
  });

  it.each([
    'They quoted £640 a tonne.',
    'She bills $410 an hour.',
    'Rental would be $35.',
    'I owe him £20.',
    'Found £3.20 in my coat.',
  ])('leaves %j alone', (text) => expect(read(text).expenses).toEqual([]));
});

describe('people', () => {
  it('finds each person once, in the fullest form', () => {
    const text =
      'Dr. Osei asked Marta to wait. Osei was late. Torbjørn from next door lent me the auger. Mum rang, and @kate wrote.';
    expect(read(text).people.map((person) => person.name)).toEqual(['Dr. Osei', 'Marta', 'Torbjørn', 'Mum', 'kate']);
  });

  it('takes no weekday, month, place or "my mother" for a person', () => {
    expect(read('Monday was grey. In April we went to Kyoto. My mother rang. Lunch in Paris was long.').people).toEqual(
      [],
    );
  });
});

describe('topics and mood', () => {
  it('puts tags and links first', () => {
    expect(
      read('A walk with [[Garden plan]] in mind #calm')
        .topics.slice(0, 2)
        .map(({ name, score }) => [name, score]),
    ).toEqual([
      ['Garden plan', 1],
      ['calm', 1],
    ]);
  });

  it.each([
    ['I am so happy tonight, everything was wonderful.', 'bright'],
    ["I'm anxious and stressed about the launch.", 'tense'],
    ['I feel so sad and lonely.', 'low'],
    ['I am not happy at all.', 'low'],
  ])('reads %j', (text, label) => {
    expect(read(text).mood?.label).toBe(label);
  });

  it.each([
    'We took the early ferry. I was tired, but the island was quiet. Ana drew the lighthouse. We had soup at the harbour.',
    'Jonas was tired and cranky all morning. We painted the hall and it took until four.',
    'The printer broke. Bread from the corner. Called the plumber.',
    'I am happy about the job. I am sad about the flat.',
  ])('offers no mood where the signs are not clear: %j', (text) => {
    expect(read(text).mood).toBeUndefined();
  });

  it.each(['Knackered. Long meeting, then the train.', 'I am tired and sad.', 'Nothing worked today. I feel awful.'])(
    'is told a low mood by %j',
    (text) => {
      expect(read(text).mood?.label).toBe('low');
    },
  );

  it('has no mood where nothing is said of one, and points at the sentence where something is', () => {
    expect(read('The bus came at nine. I bought bread.').mood).toBeUndefined();
    expect(read('The bus came. I felt wonderful. Bread.').mood?.evidence?.quote).toBe('I felt wonderful.');
  });
});

describe('any text', () => {
  it('is read without an error, each finding pointing at its exact words', () => {
    const piece = fc.constantFrom(
      'I have to ',
      'call ',
      'Anna ',
      'by Friday ',
      '£12 ',
      '. ',
      '\n- [ ] ',
      '"',
      "'",
      '#tag ',
      ', and ',
      '😀',
      'مرحبا ',
      ': ',
      '(',
      '@',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const found = textInsights.parse(read(text));
        const evidence = found.mood?.evidence ? [found.mood.evidence] : [];
        for (const item of [
          found.todos,
          found.events,
          found.expenses,
          found.people,
          found.topics,
          found.dates,
          evidence,
        ].flat()) {
          expect(text.slice(item.from, item.to)).toBe(item.quote);
          expect(item.quote).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of a megabyte is read as far as the cap', () => {
    const { todos } = read('I must call Anna tomorrow. '.repeat(40_000));
    expect(todos.at(-1)?.to).toBeLessThanOrEqual(60_000);
    expect(todos.length).toBe(2222);
  });
});

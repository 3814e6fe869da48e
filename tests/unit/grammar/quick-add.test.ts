import { describe, expect, test } from 'vitest';
import { readText } from '#main/domain/grammar/read';

// Friday, 27 November 2026, 10:00 in Vienna.
const NOW = { nowMs: Date.parse('2026-11-27T09:00:00Z'), zone: 'Europe/Vienna' };

/** What a line becomes, the parts that are there. */
function said(text: string): string {
  const { items } = readText(text, NOW);
  const [item] = items;
  const when = item?.due ?? item?.start;
  return [
    item?.kind,
    item?.title,
    when && (when.grain === 'day' ? when.local.slice(0, 10) : when.local.slice(0, 16)),
    item?.end && `to ${item.end.local.slice(0, 16)}`,
    item?.recurrence,
    item?.anchor,
    item?.durationMin && `${item.durationMin} min`,
    item?.amount && `${item.amount.minor} ${item.amount.currency}`,
    item?.priority && `p${item.priority}`,
    item?.remindersMin && `remind ${item.remindersMin.join()}`,
  ]
    .filter((part) => part !== undefined)
    .join(' | ');
}

/** How often without when is spread evenly; "weekends" are both days, "every weekend" its Saturday, as Todoist has it. */
const LINES: readonly (readonly [line: string, item: string])[] = [
  ['standup weekdays at 8', 'event | standup | 2026-11-30T08:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['gym twice a week', 'task | gym | 2026-11-30 | FREQ=WEEKLY;BYDAY=MO,TH'],
  ['review every last workday', 'task | review | 2026-11-30 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
  ['choir every 2nd and 4th thursday', 'task | choir | 2026-12-10 | FREQ=MONTHLY;BYDAY=2TH,4TH'],
  ['rent every 1st and 15th', 'task | rent | 2026-12-01 | FREQ=MONTHLY;BYMONTHDAY=1,15'],
  ['every two fridays clean', 'task | clean | 2026-11-27 | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
  ['every day except sunday walk', 'task | walk | 2026-11-27 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA'],
  ['every january taxes', 'task | taxes | 2027-01-01 | FREQ=YEARLY;BYMONTH=1'],
  ['every christmas call gran', 'task | call gran | 2026-12-25 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25'],
  ['every thanksgiving call gran', 'task | call gran | 2027-11-25 | FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'],
  ['end of every month invoice', 'task | invoice | 2026-11-30 | FREQ=MONTHLY;BYMONTHDAY=-1'],
  [
    'last workday of every month payroll',
    'task | payroll | 2026-11-30 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  ],
  ['pills 3 times a day', 'task | pills | 2026-11-27T14:00 | FREQ=DAILY;BYHOUR=8,14,20'],
  [
    'change filter 3 months after completion',
    'task | change filter | 2026-11-27 | FREQ=MONTHLY;INTERVAL=3 | completion',
  ],
  ['water plants every 3 days after I do it', 'task | water plants | 2026-11-27 | FREQ=DAILY;INTERVAL=3 | completion'],
  ['every! 2 weeks mow', 'task | mow | 2026-11-27 | FREQ=WEEKLY;INTERVAL=2 | completion'],
  ['report every last day of the quarter', 'task | report | 2026-12-31 | FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1'],
  ['yoga on weekends', 'task | yoga | 2026-11-28 | FREQ=WEEKLY;BYDAY=SA,SU'],
  ['every weekend hike', 'task | hike | 2026-11-28 | FREQ=WEEKLY;BYDAY=SA'],
  ['every mon wed fri gym', 'task | gym | 2026-11-27 | FREQ=WEEKLY;BYDAY=MO,WE,FR'],
  ['pay every friday 10 times', 'task | pay | 2026-11-27 | FREQ=WEEKLY;BYDAY=FR;COUNT=10'],
  ['every 4th of july party', 'task | party | 2027-07-04 | FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=4'],
  ['meds every day at 8 and 17', 'task | meds | 2026-11-27T17:00 | FREQ=DAILY;BYHOUR=8,17'],
  ['trash every second tuesday', 'task | trash | 2026-12-01 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
  ['birthday of Ana every 12 june', 'task | birthday of Ana | 2027-06-12 | FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=12'],
  ['remind me every monday to water plants', 'task | water plants | 2026-11-30 | FREQ=WEEKLY;BYDAY=MO | remind 0'],
  ['once a month clean gutters', 'task | clean gutters | 2026-11-27 | FREQ=MONTHLY'],
  ['first of every month rent', 'task | rent | 2026-12-01 | FREQ=MONTHLY;BYMONTHDAY=1'],
  ['water plants every 3rd tuesday', 'task | water plants | 2026-12-15 | FREQ=MONTHLY;BYDAY=3TU'],
  ['backup every 2 hours', 'task | backup | FREQ=HOURLY;INTERVAL=2'],
  ['pay rent 850 eur tomorrow', 'expense | pay rent | 2026-11-28 | 85000 EUR'],
  ['coffee 3,50€', 'expense | coffee | 350 EUR'],
  ['spent $1.2k on laptop', 'expense | spent on laptop | 120000 USD'],
  ['Rs. 500 taxi', 'expense | taxi | 50000 INR'],
  ['50 cents gum', 'expense | gum | 50 EUR'],
  ['US$ 12 app', 'expense | app | 1200 USD'],
  ['R$ 50 uber', 'expense | uber | 5000 BRL'],
  ['1 234,56 € invoice', 'task | 1 234,56 € invoice | 123456 EUR'],
  ['fix bug p1 #work', 'task | fix bug | p1'],
  ['fix bug !!1', 'task | fix bug | p1'],
  ['fix bug !high', 'task | fix bug | p2'],
  ['fix bug priority 2', 'task | fix bug | p2'],
  ['urgent: fix bug', 'task | fix bug | p1'],
  ['fix bug (high priority)', 'task | fix bug | p2'],
  ['read book for 30 min', 'task | read book | 30 min'],
  ['write essay 1h30m', 'task | write essay | 90 min'],
  ['write essay est 2h', 'task | write essay | 120 min'],
  ['deep work ~1.5h tomorrow 9am', 'task | deep work | 2026-11-28T09:00 | to 2026-11-28T10:30 | 90 min'],
  ['meeting 2pm for 45 minutes', 'event | meeting | 2026-11-27T14:00 | to 2026-11-27T14:45 | 45 min'],
  ['gym 6-7pm tomorrow', 'event | gym | 2026-11-28T18:00 | to 2026-11-28T19:00 | 60 min'],
  ['send invoice by friday 5pm', 'task | send invoice | 2026-12-04T17:00'],
  ['due monday: slides', 'task | slides | 2026-11-30'],
  ['finish slides before thursday', 'task | finish slides | 2026-12-03'],
  ['dinner with Tom at 7', 'event | dinner with Tom | 2026-11-27T19:00'],
  ['flight to Rome 12 dec 6:45', 'event | flight to Rome | 2026-12-12T06:45'],
  ['wake me up at 6', 'event | wake me up | 2026-11-28T06:00'],
  ['remind me in 20 minutes to check the oven', 'task | check the oven | 2026-11-27T10:20 | remind 0'],
  [
    'every day at 9 take pills #health p2 ~5m remind me 10 min before',
    'task | take pills | 2026-11-28T09:00 | FREQ=DAILY | 5 min | p2 | remind 10',
  ],
  ['camping this weekend', 'task | camping | 2026-11-28'],
  ['tidy up by the end of the month', 'task | tidy up | 2026-11-30'],
  ['call bank within 3 days', 'task | call bank | 2026-11-30'],
];

describe('lines of quick add', () => {
  test.each(LINES)('"%s"', (line, item) => {
    expect(said(line)).toBe(item);
  });
});

import type { HolidayRule } from '../lexicon.ts';

const date = (month: number, day: number): HolidayRule => ({ on: 'date', month, day });
const easter = (plusDays: number): HolidayRule => ({ on: 'easter', plusDays });
const weekday = (month: number, weekdayOfWeek: number, nth: number, plusDays?: number): HolidayRule => ({
  on: 'weekday',
  month,
  weekday: weekdayOfWeek,
  nth,
  ...(plusDays === undefined ? {} : { plusDays }),
});

const [MON, THU, SUN] = [1, 4, 7] as const;

/** Names are matched without apostrophes and without a closing "day". Rules: Gregorian calendar, Western Easter. */
export const holidays: ReadonlyMap<string, HolidayRule> = new Map([
  ['christmas', date(12, 25)],
  ['xmas', date(12, 25)],
  ['christmas eve', date(12, 24)],
  ['xmas eve', date(12, 24)],
  ['boxing', date(12, 26)],
  ['new years eve', date(12, 31)],
  ['new year eve', date(12, 31)],
  ['nye', date(12, 31)],
  ['new years', date(1, 1)],
  ['new year', date(1, 1)],
  ['valentines', date(2, 14)],
  ['valentine', date(2, 14)],
  ['st patricks', date(3, 17)],
  ['saint patricks', date(3, 17)],
  ['st paddys', date(3, 17)],
  ['saint paddys', date(3, 17)],
  ['april fools', date(4, 1)],
  ['earth', date(4, 22)],
  ['may', date(5, 1)],
  ['halloween', date(10, 31)],
  ['all saints', date(11, 1)],
  ['groundhog', date(2, 2)],
  ['groundhogs', date(2, 2)],
  ['thanksgiving', weekday(11, THU, 4)],
  ['black friday', weekday(11, THU, 4, 1)],
  ['cyber monday', weekday(11, THU, 4, 4)],
  ['martin luther king', weekday(1, MON, 3)],
  ['mlk', weekday(1, MON, 3)],
  ['presidents', weekday(2, MON, 3)],
  ['memorial', weekday(5, MON, -1)],
  ['labor', weekday(9, MON, 1)],
  ['columbus', weekday(10, MON, 2)],
  ['veterans', date(11, 11)],
  ['fathers', weekday(6, SUN, 3)],
  ['mothers', weekday(5, SUN, 2)],
  ['boss', date(10, 16)],
  ['easter', easter(0)],
  ['easter sunday', easter(0)],
  ['easter monday', easter(1)],
  ['easter mon', easter(1)],
  ['good friday', easter(-2)],
  ['maundy thursday', easter(-3)],
  ['palm sunday', easter(-7)],
  ['ash wednesday', easter(-46)],
  ['mardi gras', easter(-47)],
  ['shrove tuesday', easter(-47)],
  ['pancake', easter(-47)],
  ['ascension', easter(39)],
  ['pentecost', easter(49)],
  ['whit sunday', easter(49)],
  ['whit monday', easter(50)],
  ['corpus christi', easter(60)],
]);

const mayDay = new Map([
  ['labour', date(5, 1)],
  ['labor', date(5, 1)],
]);

/** Where a region keeps a day of that name at another time. */
export const holidaysByRegion: ReadonlyMap<string, ReadonlyMap<string, HolidayRule>> = new Map([
  [
    'AU',
    new Map([
      ['fathers', weekday(9, SUN, 1)],
      ['labour', weekday(10, MON, 1)],
      ['australia', date(1, 26)],
      ['anzac', date(4, 25)],
    ]),
  ],
  [
    'NZ',
    new Map([
      ['fathers', weekday(9, SUN, 1)],
      ['labour', weekday(10, MON, 4)],
      ['waitangi', date(2, 6)],
      ['anzac', date(4, 25)],
    ]),
  ],
  [
    'CA',
    new Map([
      ['thanksgiving', weekday(10, MON, 2)],
      ['canada', date(7, 1)],
      ['memorial', date(7, 1)],
      ['labour', weekday(9, MON, 1)],
      ['remembrance', date(11, 11)],
      ['victoria', { on: 'weekday', month: 5, weekday: MON, nth: 4 } satisfies HolidayRule],
    ]),
  ],
  [
    'GB',
    new Map([
      ['mothers', easter(-21)],
      ['early may bank holiday', weekday(5, MON, 1)],
      ['august bank holiday', weekday(8, MON, -1)],
    ]),
  ],
  [
    'IE',
    new Map([
      ['mothers', easter(-21)],
      ['august bank holiday', weekday(8, MON, 1)],
    ]),
  ],
  ['BZ', mayDay],
  ['IN', mayDay],
  ['ZA', mayDay],
  [
    'US',
    new Map([
      ['independence', date(7, 4)],
      ['juneteenth', date(6, 19)],
    ]),
  ],
]);

/** Names that mean the feast without "day" after them; "labor", "boss" and "may" do not. */
export const holidaysWithoutDay: ReadonlySet<string> = new Set([
  'christmas',
  'xmas',
  'christmas eve',
  'xmas eve',
  'new years eve',
  'new year eve',
  'nye',
  'new years',
  'halloween',
  'thanksgiving',
  'black friday',
  'cyber monday',
  'easter',
  'easter sunday',
  'easter monday',
  'easter mon',
  'good friday',
  'maundy thursday',
  'palm sunday',
  'ash wednesday',
  'mardi gras',
  'shrove tuesday',
  'pentecost',
  'whit sunday',
  'whit monday',
  'corpus christi',
  'early may bank holiday',
  'august bank holiday',
]);

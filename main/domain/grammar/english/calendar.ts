import type { DayPart, Frequency, Unit } from '../lexicon.ts';

const MONTHS = [
  'january jan',
  'february feb febr',
  'march mar',
  'april apr apri',
  'may',
  'june jun',
  'july jul',
  'august aug',
  'september sep sept',
  'october oct',
  'november nov',
  'december dec',
];

const WEEKDAYS = [
  'monday mon mond',
  'tuesday tue tues',
  'wednesday wed weds wednes',
  'thursday thu thur thurs',
  'friday fri frid',
  'saturday sat',
  'sunday sun',
];

const UNITS: Record<Unit, string> = {
  second: 'second seconds sec secs s',
  minute: 'minute minutes min mins m',
  hour: 'hour hours hr hrs h',
  day: 'day days dy d',
  week: 'week weeks wk wks w',
  month: 'month months mth mths mo mos',
  quarter: 'quarter quarters qtr qtrs',
  year: 'year years yr yrs y',
};

const PLURALS = ['mondays', 'tuesdays', 'wednesdays', 'thursdays', 'fridays', 'saturdays', 'sundays'];

export const months: ReadonlyMap<string, number> = numbered(MONTHS);
export const weekdays: ReadonlyMap<string, number> = numbered(WEEKDAYS);
export const weekdayPlurals: ReadonlyMap<string, number> = numbered(PLURALS);

export const units: ReadonlyMap<string, Unit> = new Map(
  (Object.keys(UNITS) as Unit[]).flatMap((unit) => UNITS[unit].split(' ').map((word) => [word, unit] as const)),
);

export const dayWords: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tod', 0],
  ['tomorrow', 1],
  ['tomorow', 1],
  ['tommorow', 1],
  ['tommorrow', 1],
  ['tomorrows', 1],
  ["tomorrow's", 1],
  ["today's", 0],
  ['tmrw', 1],
  ['tmr', 1],
  ['tmw', 1],
  ['tom', 1],
  ['yesterday', -1],
  // No English any more, but a word that other languages have.
  ['overmorrow', 2],
  ['ereyesterday', -2],
]);

const morning: DayPart = { fromHour: 0, toHour: 12, atHour: 9 };
const afternoon: DayPart = { fromHour: 12, toHour: 19, atHour: 12 };
const evening: DayPart = { fromHour: 18, toHour: 24, atHour: 19 };
const night: DayPart = { fromHour: 18, toHour: 24, atHour: 22 };

export const dayParts: ReadonlyMap<string, DayPart> = new Map([
  ['morning', morning],
  ['morn', morning],
  ['afternoon', afternoon],
  ['evening', evening],
  ['eve', evening],
  ['night', night],
  ['lunchtime', { fromHour: 12, toHour: 14, atHour: 12 }],
  ['breakfast', { fromHour: 6, toHour: 10, atHour: 8 }],
]);

export const todayParts: ReadonlyMap<string, DayPart> = new Map([
  ['tonight', { fromHour: 18, toHour: 24, atHour: 19 }],
  ['tonite', { fromHour: 18, toHour: 24, atHour: 19 }],
]);

export const clockWords: ReadonlyMap<string, number> = new Map([
  ['noon', 12],
  ['midday', 12],
  ['midnight', 0],
]);

/** The month and day (month * 100 + day) a season begins on, northern half of the earth. */
export const seasons: ReadonlyMap<string, number> = new Map([
  ['spring', 320],
  ['summer', 621],
  ['autumn', 923],
  ['fall', 923],
  ['winter', 1221],
]);

export const zones: ReadonlyMap<string, string> = new Map([
  ['utc', 'UTC'],
  ['gmt', 'UTC'],
  ['z', 'UTC'],
  ['bst', '+01:00'],
  ['wet', '+00:00'],
  ['cet', 'Europe/Paris'],
  ['cest', '+02:00'],
  ['eet', 'Europe/Helsinki'],
  ['ist', '+05:30'],
  ['jst', '+09:00'],
  ['aest', '+10:00'],
  ['aedt', '+11:00'],
  ['est', '-05:00'],
  ['edt', '-04:00'],
  ['et', 'America/New_York'],
  ['cst', '-06:00'],
  ['cdt', '-05:00'],
  ['ct', 'America/Chicago'],
  ['mst', '-07:00'],
  ['mdt', '-06:00'],
  ['mt', 'America/Denver'],
  ['pst', '-08:00'],
  ['pdt', '-07:00'],
  ['pt', 'America/Los_Angeles'],
]);

export const frequencies: ReadonlyMap<string, Frequency> = new Map<string, Frequency>([
  ['hourly', { freq: 'HOURLY', interval: 1 }],
  ['daily', { freq: 'DAILY', interval: 1 }],
  ['nightly', { freq: 'DAILY', interval: 1 }],
  ['weekly', { freq: 'WEEKLY', interval: 1 }],
  ['biweekly', { freq: 'WEEKLY', interval: 2 }],
  ['fortnightly', { freq: 'WEEKLY', interval: 2 }],
  ['monthly', { freq: 'MONTHLY', interval: 1 }],
  ['bimonthly', { freq: 'MONTHLY', interval: 2 }],
  ['quarterly', { freq: 'MONTHLY', interval: 3 }],
  ['yearly', { freq: 'YEARLY', interval: 1 }],
  ['annually', { freq: 'YEARLY', interval: 1 }],
]);

/** "sun is out", "may I", "march on", "jan called": words and names as well as dates. */
export const ambiguous: ReadonlySet<string> = new Set(
  'may march mar jan june april august sun sat wed mon fri tom tod spring fall summer winter autumn z m s d y w'.split(
    ' ',
  ),
);

export const datePrepositions: ReadonlySet<string> = new Set(
  (
    'on in by until till til next last this since from every each before after during mid early late of due ' +
    'starting beginning coming through to @ - – ~to ~de ~ago ~a'
  ).split(' '),
);

function numbered(rows: readonly string[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((row, index) => row.split(' ').map((word) => [word, index + 1] as const)));
}

/** 1 January 1970 was a Thursday; 0 is Monday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The days before each month of an ordinary year, and of a leap year. */
const DAYS_BEFORE = [false, true].map((isLeap) => {
  const before = [0];
  for (const length of [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    before.push(before.at(-1)! + length);
  return before;
}) as [number[], number[]];

/** 1 January of a year, in whole days since 1970. */
export function firstDayOfYear(year: number): number {
  const past = year - 1;
  return 365 * (year - 1970) + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 477;
}

/** The year a day lies in, the day in whole days since 1970. */
export function yearOfDay(day: number): number {
  let year = 1970 + Math.floor(day / 365.2425);
  while (firstDayOfYear(year) > day) year -= 1;
  while (firstDayOfYear(year + 1) <= day) year += 1;
  return year;
}

/** @param month 0 is January; others count on into the years beside it */
export function firstDayOfMonth(year: number, month: number): number {
  const ownYear = year + Math.floor(month / 12);
  return firstDayOfYear(ownYear) + DAYS_BEFORE[isLeapYear(ownYear) ? 1 : 0][((month % 12) + 12) % 12]!;
}

import type { Day } from '#contract/time';

import { addDays, dayOf, weekdayOf } from './days.ts';
import { monthNames, userLocale, weekdayNames } from './format.ts';

/**
 * Reads what is typed into a date field: `today`, `fri`, `+3`, `13 nov`, `nov 13 2027`, `13.11.`, `2026-11-13`.
 *
 * Names are understood in English and in the user's language; of two numbers the region says which is the month. A
 * weekday is the next one after today, a date without a year the next one from today on. (Whole sentences are the
 * capture bar's business, not a field's.)
 *
 * @returns the day, or undefined when the text names none
 */
export function parseDay(text: string, today: Day, locale: string = userLocale()): Day | undefined {
  const words = text.trim().toLocaleLowerCase(locale).replace(/,/g, ' ');
  if (words === '') return undefined;
  return (
    readIso(words) ??
    readRelative(words, today, locale) ??
    readNumeric(words, today, locale) ??
    readNamed(withoutWeekday(words, locale), today, locale)
  );
}

/** A field writes `Sat 28 Nov`: changed to another date it keeps a weekday that no longer counts. */
function withoutWeekday(text: string, locale: string): string {
  const [, name = '', rest = ''] = /^(\p{L}{2,})\.?\s+(.*)$/u.exec(text) ?? [];
  const isWeekday = [locale, 'en'].some((language) => indexOfName(name, weekdayNames('long', language), language) >= 0);
  return isWeekday ? rest : text;
}

function readIso(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  return match === null ? undefined : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

function readRelative(text: string, today: Day, locale: string): Day | undefined {
  const offset = /^([+-]\d{1,4})\s*(d|days?|w|weeks?)?$/.exec(text);
  if (offset !== null) return addDays(today, Number(offset[1]) * (offset[2]?.startsWith('w') === true ? 7 : 1));

  for (const language of [locale, 'en']) {
    const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    for (const days of [0, 1, -1]) {
      const name = relative.format(days, 'day').toLocaleLowerCase(language);
      if (text === name || (text.length >= 3 && name.startsWith(text))) return addDays(today, days);
    }
    const weekday = indexOfName(text, weekdayNames('long', language), language) + 1;
    if (weekday > 0) return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
  }
  return undefined;
}

function readNumeric(text: string, today: Day, locale: string): Day | undefined {
  const match = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2}|\d{4})?)?$/.exec(text);
  if (match === null) return undefined;
  const order = new Intl.DateTimeFormat(locale).formatToParts(0).map((part) => part.type);
  const isMonthFirst = !text.includes('.') && order.indexOf('month') < order.indexOf('day');
  const [month, date] = isMonthFirst ? [match[1], match[2]] : [match[2], match[1]];
  return withYear(Number(month), Number(date), match[3], today);
}

function readNamed(text: string, today: Day, locale: string): Day | undefined {
  const match =
    /^(?<date>\d{1,2})(?:st|nd|rd|th|\.)?\s*(?<month>\p{L}{3,})\.?(?:\s+(?<year>\d{4}))?$/u.exec(text) ??
    /^(?<month>\p{L}{3,})\.?\s*(?<date>\d{1,2})(?:st|nd|rd|th)?(?:\s+(?<year>\d{4}))?$/u.exec(text);
  const { date, month, year } = match?.groups ?? {};
  if (date === undefined || month === undefined) return undefined;
  for (const language of [locale, 'en']) {
    const index = indexOfName(month, monthNames('long', language), language);
    if (index >= 0) return withYear(index + 1, Number(date), year, today);
  }
  return undefined;
}

/** Which name a text of at least three letters (or a two-letter weekday) begins; -1 if none or several. */
function indexOfName(text: string, names: readonly string[], language: string): number {
  if (text.length < 2) return -1;
  const hits = names.flatMap((name, index) => (name.toLocaleLowerCase(language).startsWith(text) ? [index] : []));
  return hits.length === 1 ? (hits[0] ?? -1) : -1;
}

function withYear(month: number, date: number, year: string | undefined, today: Day): Day | undefined {
  if (year !== undefined) return dayOf(Number(year.length === 2 ? `20${year}` : year), month, date);
  const thisYear = Number(today.slice(0, 4));
  // 29 February may have to wait for up to eight years (1896, 1904).
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const day = dayOf(thisYear + ahead, month, date);
    if (day !== undefined && day >= today) return day;
  }
  return undefined;
}

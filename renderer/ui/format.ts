import type { Money } from '#contract/money';
import type { Day, TimeOfDay } from '#contract/time';

import { addDays, dayToUtcMs, daysBetween } from './days.ts';

/** The language and region the user's machine is set to. */
export function userLocale(): string {
  return typeof navigator === 'undefined' ? 'en-GB' : navigator.language;
}

/** Formatters cost far more to build than to use: one each, kept. */
function kept<Options, Formatter>(build: (locale: string, options: Options) => Formatter) {
  const formatters = new Map<string, Formatter>();
  return (locale: string, options: Options): Formatter => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const existing = formatters.get(key);
    if (existing !== undefined) return existing;
    const formatter = build(locale, options);
    formatters.set(key, formatter);
    return formatter;
  };
}

const dateFormat = kept(
  (locale: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);
const numberFormat = kept(
  (locale: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);
const relativeFormat = kept(
  (locale: string, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options),
);
const pluralRules = kept((locale: string, options: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options));

const dayStyles = {
  /** 13 Nov */
  short: { day: 'numeric', month: 'short' },
  /** Fri 13 Nov */
  medium: { weekday: 'short', day: 'numeric', month: 'short' },
  /** Thursday 12 November */
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  /** Thursday, 12 November 2026 */
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** 12 Nov 2026 */
  dated: { day: 'numeric', month: 'short', year: 'numeric' },
  /** Fri */
  weekday: { weekday: 'short' },
  /** Friday */
  weekdayName: { weekday: 'long' },
  /** November 2026 */
  month: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DayStyle = keyof typeof dayStyles;

/** A day in words, in the order and with the commas of the region. */
export function formatDay(day: Day, style: DayStyle = 'medium', locale: string = userLocale()): string {
  return formatDayWith(day, dayStyles[style], locale);
}

function formatDayWith(day: Day, options: Intl.DateTimeFormatOptions, locale: string): string {
  return dateFormat(locale, { ...options, timeZone: 'UTC' }).format(dayToUtcMs(day));
}

/**
 * A day as one speaks of it from today: today, tomorrow, Tue, 13 Nov, 13 Nov 2027.
 *
 * A weekday alone always lies ahead; the days just past are counted (3 days ago), so that nobody takes a late day for
 * next week's.
 */
export function formatRelativeDay(day: Day, today: Day, locale: string = userLocale()): string {
  const ahead = daysBetween(today, day);
  if (ahead >= -6 && ahead <= 1) return relativeFormat(locale, { numeric: 'auto' }).format(ahead, 'day');
  if (ahead > 1 && ahead <= 6) return formatDay(day, 'weekday', locale);
  if (day.slice(0, 4) === today.slice(0, 4)) return formatDay(day, 'short', locale);
  return formatDayWith(day, { ...dayStyles.short, year: 'numeric' }, locale);
}

/** The clock time of an instant in a zone: 09:45, or 9:45 AM where that is the custom. */
export function formatTime(instantMs: number, zone: string, locale: string = userLocale()): string {
  return clockFormat(locale, zone).format(instantMs);
}

/** A time of day, `HH:mm`, in the user's manner. `24:00`, which ends a day, reads as midnight. */
export function formatTimeOfDay(time: TimeOfDay, locale: string = userLocale()): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return clockFormat(locale, 'UTC').format((hours * 60 + minutes) * 60_000);
}

/** A whole hour of the clock, 0 to 23, as it stands beside a scale: 08:00, or 8 AM where that is the custom. */
export function formatHour(hour: number, locale: string = userLocale()): string {
  const atMs = hour * 3_600_000;
  return isTwelveHour(locale)
    ? dateFormat(locale, { hour: 'numeric', timeZone: 'UTC' }).format(atMs)
    : clockFormat(locale, 'UTC').format(atMs);
}

/** From one instant to another in a zone: 09:45 to 11:30. The second names its day if it is another one. */
export function formatTimeRange(startMs: number, endMs: number, zone: string, locale: string = userLocale()): string {
  const start = formatTime(startMs, zone, locale);
  const end = formatTime(endMs, zone, locale);
  const endDay = dayOfInstant(endMs, zone);
  // An end at midnight still belongs to the evening before it.
  const isSameDay =
    endDay === dayOfInstant(startMs, zone) || dayOfInstant(endMs - 1, zone) === dayOfInstant(startMs, zone);
  return isSameDay ? `${start} to ${end}` : `${start} to ${formatDay(endDay, 'medium', locale)} ${end}`;
}

function clockFormat(locale: string, zone: string): Intl.DateTimeFormat {
  return isTwelveHour(locale)
    ? dateFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: zone })
    : dateFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone });
}

function isTwelveHour(locale: string): boolean {
  return dateFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true;
}

function dayOfInstant(instantMs: number, zone: string): Day {
  return dateFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).format(instantMs);
}

/** A length of time in whole minutes: 45 min, 1 h, 3 h 10 min. Hours and minutes keep their symbols in every language. */
export function formatDuration(durationMin: number): string {
  const total = Math.max(0, Math.round(durationMin));
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  if (hours === 0) return `${minutes} min`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}

/** A running timer: 17:42, 1:02:09. Rounds up, so that a timer shows 0:00 only when it is over. */
export function formatClock(remainingMs: number): string {
  const total = Math.max(0, Math.ceil(remainingMs / 1000));
  const seconds = String(total % 60).padStart(2, '0');
  const minutes = Math.floor(total / 60);
  return minutes < 60
    ? `${minutes}:${seconds}`
    : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${seconds}`;
}

/**
 * An amount with its currency: €850, €12.40. Whole amounts leave their decimals out, except in a column of figures
 * (`aligned`), where the points must stand below each other.
 */
export function formatMoney(
  amount: Money,
  options: { readonly aligned?: boolean; readonly locale?: string } = {},
): string {
  const format = numberFormat(options.locale ?? userLocale(), {
    style: 'currency',
    currency: amount.currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: options.aligned === true ? 'auto' : 'stripIfInteger',
  });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount.minor / 10 ** digits);
}

/** A number with the separators of the language. */
export function formatNumber(value: number, locale: string = userLocale()): string {
  return numberFormat(locale, {}).format(value);
}

/** A count and its noun: 1 task, 1,204 tasks. */
export function formatCount(
  count: number,
  noun: { readonly one: string; readonly other: string },
  locale: string = userLocale(),
): string {
  const form = pluralRules('en', {}).select(count) === 'one' ? noun.one : noun.other;
  return `${formatNumber(count, locale)} ${form}`;
}

/** The first day of the week where the user lives, 1 Monday to 7 Sunday. */
export function firstWeekday(locale: string = userLocale()): number {
  const region = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return (region.getWeekInfo?.() ?? region.weekInfo)?.firstDay ?? 1;
}

/** Names of the weekdays, Monday first: `short` Mon, `long` Monday, `narrow` M. */
export function weekdayNames(style: 'narrow' | 'short' | 'long', locale: string = userLocale()): readonly string[] {
  // 1 January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, index) =>
    formatDayWith(addDays('2024-01-01', index), { weekday: style }, locale),
  );
}

/** Names of the months, January first. */
export function monthNames(style: 'short' | 'long', locale: string = userLocale()): readonly string[] {
  return Array.from({ length: 12 }, (_, index) =>
    formatDayWith(`2024-${String(index + 1).padStart(2, '0')}-01`, { month: style }, locale),
  );
}

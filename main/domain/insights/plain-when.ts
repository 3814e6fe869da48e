import type { DateSpan } from '#contract/capture';
import type { When } from '#contract/time';
import { addDays, whenOf } from '../time/zoned.ts';

/**
 * When a date of a journal is meant. A part of a day ("tonight", "tomorrow morning") is its whole day: a journal says
 * when in the day somebody feels like doing a thing, not that it is due at six; a clock time stays. The end of a month
 * or week is its last day.
 */
export function plainWhen({ start, end, text }: Pick<DateSpan, 'start' | 'end' | 'text'>): When {
  if (end !== undefined && /\bend of\b/iu.test(text) && end.local.endsWith('T00:00:00')) {
    return whenOf(`${addDays(end.local.slice(0, 10), -1)}T00:00:00`, end.zone, 'day');
  }
  if (!isTimed(start) || hasClock(text)) return start;
  return whenOf(`${start.local.slice(0, 10)}T00:00:00`, start.zone, 'day');
}

const CLOCK =
  /\d|\bnoon\b|\bmidday\b|\bmidnight\b|\bin (?:an?|half)\b|\b(?:at|past|to|by|before) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|o'clock|\bhours?\b|\bminutes?\b/iu;

function hasClock(words: string): boolean {
  return CLOCK.test(words);
}

const DAY_WORD =
  /day|tomorrow|tmrw|tonight|week|month|\d(?:st|nd|rd|th)\b|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d[-/]\d/iu;

/** Whether a date is a clock time of no day of its own ("at 9:30pm"). */
export function isBareClock(date: DateSpan): boolean {
  return isTimed(date.start) && !DAY_WORD.test(date.text) && !/\bin\b/iu.test(date.text);
}

/** The clock time of `clock` on the day of `day`. */
export function onDayOf(day: When, clock: When): When {
  return whenOf(`${day.local.slice(0, 10)}T${clock.local.slice(11)}`, day.zone, clock.grain);
}

function isTimed(when: When): boolean {
  return when.grain === 'hour' || when.grain === 'minute' || when.grain === 'second';
}

import type { ReadingContext } from '#contract/capture';
import { minutesOf, readDuration } from '../grammar/durations.ts';
import { readText } from '../grammar/read.ts';
import { scanOf } from '../grammar/scan.ts';

/** When to tell, as it was said: so long before the thing, or at a wall-clock time. */
export type SaidReminder =
  { readonly kind: 'before'; readonly offsetMin: number } | { readonly kind: 'at'; readonly local: string };

const AT_THE_TIME = /^(at|on|by)?\s*(the\s+)?(same\s+)?(time|start|moment|due time|when it (starts|is due)|then)$/iu;
const BEFORE = /^(.+?)\s+(before|beforehand|earlier|ahead|prior|in advance)(\s+(it|that|the event|due))?$/iu;
const LEAD = /^(please\s+)?(remind me|tell me|notify me|alert me)\s+/iu;
const LONGEST_MIN = 366 * 1_440;

/**
 * Reads "15 min before", "a day before", "1h", "at the time", "tomorrow 9am".
 *
 * @param allDayTime `HH:mm` of a day that was said without a time
 * @returns null when it says no such thing
 */
export function readReminder(text: string, context: ReadingContext, allDayTime: string): SaidReminder | null {
  const said = text.trim().replace(LEAD, '');
  if (said === '') return null;
  if (AT_THE_TIME.test(said)) return { kind: 'before', offsetMin: 0 };
  const before = BEFORE.exec(said);
  const minutes = lengthIn(before ? before[1]! : said, context);
  if (minutes !== null) return minutes > LONGEST_MIN ? null : { kind: 'before', offsetMin: minutes };
  if (before) return null;
  const { dates } = readText(said, context);
  const [date] = dates;
  if (!date || dates.length > 1 || date.to - date.from < said.length / 2) return null;
  const { local, grain } = date.start;
  if (grain === 'hour' || grain === 'minute' || grain === 'second') return { kind: 'at', local: local.slice(0, 16) };
  return grain === 'day' ? { kind: 'at', local: `${local.slice(0, 10)}T${allDayTime}` } : null;
}

/** A text that is a length of time and nothing else, in minutes. */
function lengthIn(text: string, context: ReadingContext): number | null {
  const bare = /^\d{1,5}$/u.exec(text.trim());
  if (bare) return Number(bare[0]);
  const scan = scanOf(text.trim().replace(/^an?\s+/iu, '1 '), context);
  const found = readDuration(scan, 0);
  return found && found.next === scan.tokens.length ? (minutesOf(found.value) ?? null) : null;
}

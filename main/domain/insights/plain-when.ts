import type { When } from '#contract/time';
import { whenOf } from '../time/zoned.ts';

const CLOCK =
  /\d\s*(?:am|pm|a\.m|p\.m|h\b|o'?clock)|\d[:.]\d\d|\b(?:at|before|by|after|till|until|from|@)\s+\d{1,2}\b(?!\s*(?:st|nd|rd|th|\p{L}))|noon|midday|midnight|\bat (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/iu;

/**
 * A part of a day ("tonight", "tomorrow morning") as its whole day: a journal says when in the day somebody feels like
 * doing a thing, not that it is due at nine. A clock time stays.
 */
export function plainWhen(when: When, words: string): When {
  const timed = when.grain === 'hour' || when.grain === 'minute' || when.grain === 'second';
  if (!timed || CLOCK.test(words) || /\d|\bin\b/u.test(words)) return when;
  return whenOf(`${when.local.slice(0, 10)}T00:00:00`, when.zone, 'day');
}

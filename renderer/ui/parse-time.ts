import type { TimeOfDay } from '#contract/time';

/**
 * Reads what is typed into a time field: `9`, `9:30`, `930`, `9.30`, `9pm`, `12:15 am`, `noon`, `midnight`.
 *
 * @returns `HH:mm`, or undefined when the text names no time of a day
 */
export function parseTime(text: string): TimeOfDay | undefined {
  const words = text.trim().toLowerCase().replace(/\s+/g, '');
  if (words === 'noon') return '12:00';
  if (words === 'midnight') return '00:00';
  const match = /^(\d{1,2})(?:[:.h]?([0-5]\d))?(a|p|am|pm|a\.m\.|p\.m\.)?$/.exec(words);
  if (match === null) return undefined;
  const half = match[3]?.charAt(0);
  const minutes = match[2] ?? '00';
  let hours = Number(match[1]);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half === 'p' ? 12 : 0);
  }
  return hours > 23 ? undefined : `${String(hours).padStart(2, '0')}:${minutes}`;
}

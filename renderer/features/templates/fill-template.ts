import type { Day } from '#contract/time';
import { addDays } from '#renderer/ui/days.ts';
import { formatDay, formatTime } from '#renderer/ui/format.ts';

/** What a template is filled in with. */
export interface FillFacts {
  /** The day of the entry. */
  readonly day: Day;
  readonly nowMs: number;
  readonly zone: string;
  readonly locale?: string;
}

/** A template ready to stand in an entry. */
export interface FilledTemplate {
  readonly text: string;
  /** Where writing begins: the place of `{{cursor}}`, else the end. */
  readonly cursor: number;
}

/** What each variable means, for those who write templates. */
export const VARIABLES: readonly { readonly name: string; readonly meaning: string }[] = [
  { name: 'date', meaning: 'the day in words' },
  { name: 'day', meaning: 'the day as 2026-11-27' },
  { name: 'weekday', meaning: 'Friday' },
  { name: 'time', meaning: 'the time it is' },
  { name: 'yesterday', meaning: 'the day before as 2026-11-26' },
  { name: 'tomorrow', meaning: 'the day after as 2026-11-28' },
  { name: 'month', meaning: 'the month and its year' },
  { name: 'cursor', meaning: 'where writing begins' },
];

/** Fills in a template's variables; what is none of them stays as it was written. */
export function fillTemplate(body: string, facts: FillFacts): FilledTemplate {
  let cursor: number | null = null;
  let text = '';
  let from = 0;
  for (const match of body.matchAll(/\{\{\s*([a-z]+)\s*\}\}/gi)) {
    const name = match[1]!.toLowerCase();
    const value = name === 'cursor' ? '' : valueOf(name, facts);
    if (value === null) continue;
    text += body.slice(from, match.index) + value;
    from = match.index + match[0].length;
    if (name === 'cursor') cursor ??= text.length;
  }
  text += body.slice(from);
  return { text, cursor: cursor ?? text.length };
}

function valueOf(name: string, { day, nowMs, zone, locale }: FillFacts): string | null {
  switch (name) {
    case 'date':
      return formatDay(day, 'full', locale);
    case 'day':
      return day;
    case 'weekday':
      return formatDay(day, 'weekdayName', locale);
    case 'time':
      return formatTime(nowMs, zone, locale);
    case 'yesterday':
      return addDays(day, -1);
    case 'tomorrow':
      return addDays(day, 1);
    case 'month':
      return formatDay(day, 'month', locale);
    default:
      return null;
  }
}

import type { DateSpan } from '#contract/capture';
import { findNamedDates } from '../grammar/dates.ts';
import { plainWhen } from './plain-when.ts';
import { type Range, isWithin, quotationsOf } from './quotations.ts';
import { type Sentence, splitSentences } from './sentences.ts';

/** Where and when a journal text was written. */
export interface JournalContext {
  readonly nowMs: number;
  readonly zone: string;
}

/** A sentence with what every finder wants to know of it. */
export interface JournalSentence extends Sentence {
  readonly text: string;
  readonly dates: readonly DateSpan[];
  /** Told as a dream: nothing in it is so. */
  readonly dreamt: boolean;
}

/** A journal text read once for all finders. */
export interface JournalText extends JournalContext {
  readonly text: string;
  readonly sentences: readonly JournalSentence[];
  /** Whether an offset lies within quotation marks. */
  readonly isQuoted: (at: number) => boolean;
  /** Whether an offset lies within a date. */
  readonly isDate: (at: number) => boolean;
}

/** What stands after this many characters of one entry is not read: some 10,000 words. */
const MAX_READ = 60_000;

const MAY_HOLD_DATE =
  /\d|day|tomorrow|tmrw|tmr|tonight|tonite|week|month|noon|midnight|morning|evening|afternoon|night|eod|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|christmas|easter|o'clock|hour|year|in an?\b/iu;

/** Reads a text into sentences with their dates, quotations and dreams. */
export function readJournal(whole: string, context: JournalContext): JournalText {
  const text = whole.length > MAX_READ ? whole.slice(0, MAX_READ) : whole;
  const quotations: readonly Range[] = quotationsOf(text);
  let dreamingIn: number | undefined;
  const sentences = splitSentences(withoutTables(text)).map((sentence): JournalSentence => {
    const words = text.slice(sentence.from, sentence.to);
    if (/\b(?:(?:in|had) (?:the|a|my|this) (?:\p{L}+ )?(?:dream|nightmare)|dream(?:t|ed))\b/iu.test(words))
      dreamingIn = sentence.paragraph;
    if (/\b(?:woke|awoke|wake)\b/iu.test(words)) dreamingIn = undefined;
    const dates = MAY_HOLD_DATE.test(words) ? datesOf(words, sentence.from, context) : [];
    return { ...sentence, text: words, dates, dreamt: dreamingIn === sentence.paragraph };
  });
  const dates = sentences.flatMap((sentence) => sentence.dates);
  return {
    text,
    nowMs: context.nowMs,
    zone: context.zone,
    sentences,
    isQuoted: (at) => isWithin(quotations, at),
    isDate: (at) => isWithin(dates, at),
  };
}

/** The same text with tables and attached pictures blank: their words are no sentences. */
function withoutTables(text: string): string {
  return text.replaceAll(/^[ \t]*\|.*$|!\[[^\]\n]*\]\(attachments\/[^)\n]*\)/gm, (found) => ' '.repeat(found.length));
}

function datesOf(words: string, offset: number, context: JournalContext): DateSpan[] {
  // The grammar leaves "Friday's" alone; here it tells when the shift, the practice or the service is.
  const plain = words.replaceAll(/(day|tomorrow|tonight)['’]s\b/giu, '$1  ');
  return findNamedDates(plain, { nowMs: context.nowMs, zone: context.zone }).map((date) => ({
    ...date,
    from: date.from + offset,
    to: date.to + offset,
    start: plainWhen(date),
  }));
}

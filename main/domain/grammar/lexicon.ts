import type { ItemKind } from '#contract/capture';
import type { Grain } from '#contract/time';

/** A calendar unit a duration can be said in. */
export type Unit = Grain;

/** A part of a day: its hours (`toHour` exclusive, 24 ends the day) and the hour to use when one has to be chosen. */
export interface DayPart {
  readonly fromHour: number;
  readonly toHour: number;
  readonly atHour: number;
}

/** When a holiday falls in a Gregorian year. */
export type HolidayRule =
  | { readonly on: 'date'; readonly month: number; readonly day: number }
  /** The nth weekday of a month, negative from its end, and days after it. */
  | {
      readonly on: 'weekday';
      readonly month: number;
      readonly weekday: number;
      readonly nth: number;
      readonly plusDays: number;
    }
  /** The last such weekday before a date. */
  | { readonly on: 'weekday-before'; readonly month: number; readonly day: number; readonly weekday: number }
  /** A date, or the working day beside the weekend it falls on. */
  | { readonly on: 'workday-near'; readonly month: number; readonly day: number }
  /** A date, or the Saturday before it. */
  | { readonly on: 'not-sunday'; readonly month: number; readonly day: number }
  | { readonly on: 'easter' | 'orthodox-easter'; readonly plusDays: number }
  /** A day of a lunar calendar, and how many days the feast has. */
  | {
      readonly on: 'calendar';
      readonly calendar: 'islamic-umalqura' | 'hebrew' | 'chinese';
      /** As `Intl` writes it: a number, or a Hebrew month's name. */
      readonly month: string;
      readonly day: number;
      readonly days: number;
    };

/** What a frequency word such as "weekly" stands for. */
export interface Frequency {
  readonly freq: 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
}

/** A class of small words with one job in a sentence. */
export type WordClass =
  | 'the'
  | 'at'
  | 'on'
  | 'in'
  | 'of'
  | 'for'
  | 'by'
  | 'due'
  | 'next'
  | 'last'
  | 'this'
  | 'ago'
  | 'later'
  | 'now'
  | 'from'
  | 'before'
  | 'after'
  | 'to'
  | 'between'
  | 'and'
  | 'approximately'
  | 'half'
  | 'quarter'
  | 'minutesPast'
  | 'minutesTo'
  | 'am'
  | 'pm'
  | 'oclock'
  | 'oh'
  | 'begin'
  | 'end'
  | 'early'
  | 'mid'
  | 'late'
  | 'weekend'
  | 'weekday'
  | 'business'
  | 'fortnight'
  | 'season'
  | 'every'
  | 'other'
  | 'starting'
  | 'until'
  | 'times'
  | 'completion'
  | 'remind'
  | 'reminder'
  | 'takes'
  | 'with'
  | 'more';

/** "EOM": one edge of the unit that is running. */
export interface Edge {
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly edge: 'begin' | 'end';
}

/**
 * Everything the grammar knows about one language. The parsers hold the rules, a lexicon holds the words; a language is
 * added by writing another lexicon. All words are lower case with straight apostrophes.
 */
export interface Lexicon {
  readonly classes: ReadonlyMap<WordClass, ReadonlySet<string>>;
  readonly edges: ReadonlyMap<string, Edge>;
  /** Every word a date, a recurrence, an amount or a mark can begin with; see {@link beginnersOf}. */
  readonly beginners: ReadonlySet<string>;
  /** 1 = January. */
  readonly months: ReadonlyMap<string, number>;
  /** 1 = Monday, as ISO 8601 counts. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** Plural weekdays: "mondays" says "every Monday". */
  readonly weekdayPlurals: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly ordinalSuffixes: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  /** "today", "tomorrow": days from today. */
  readonly dayWords: ReadonlyMap<string, number>;
  readonly dayParts: ReadonlyMap<string, DayPart>;
  /** "tonight": a part of today. */
  readonly todayParts: ReadonlyMap<string, DayPart>;
  /** "noon": an hour of the day. */
  readonly clockWords: ReadonlyMap<string, number>;
  /** The month and day (month * 100 + day) a season begins on. */
  readonly seasons: ReadonlyMap<string, number>;
  /** Zone words: an IANA name or a fixed offset. */
  readonly zones: ReadonlyMap<string, string>;
  /** Stems of words in order, joined by single spaces; see `nameStem`. */
  readonly holidays: ReadonlyMap<string, HolidayRule>;
  readonly holidaysByRegion: ReadonlyMap<string, ReadonlyMap<string, HolidayRule>>;
  /** Holidays that need no "day" after their name. */
  readonly holidaysWithoutDay: ReadonlySet<string>;
  /** The stems that a holiday's name can begin with. */
  readonly holidayStarts: ReadonlySet<string>;
  readonly frequencies: ReadonlyMap<string, Frequency>;
  /** Date words that are everyday words too: they need a sign beside them that a date is meant. */
  readonly ambiguous: ReadonlySet<string>;
  /** Words before an ambiguous one that show a date is meant. */
  readonly datePrepositions: ReadonlySet<string>;
  readonly currencyWords: ReadonlyMap<string, string>;
  readonly kinds: KindWords;
  /** Words that mean nothing at the edge of a title once a date beside them is gone. */
  readonly danglingWords: ReadonlySet<string>;
  /** Family words that are used as a name. */
  readonly kin: ReadonlySet<string>;
  /** Openings that only say "this is a task", without their words being part of it; longest first. */
  readonly leadIns: readonly (readonly string[])[];
  /** Words of priority, 1 the highest, in order of words joined by single spaces. */
  readonly priorities: ReadonlyMap<string, number>;
}

/** Words that tell what kind of thing a sentence asks for. */
export interface KindWords {
  /** A sentence that begins with one asks for something to be done. */
  readonly taskVerbs: ReadonlySet<string>;
  /** A verb of spending: with an amount it is an expense. */
  readonly spendVerbs: ReadonlySet<string>;
  readonly eventNouns: ReadonlySet<string>;
  /** A sentence that begins with one tells something: it belongs to the journal. */
  readonly entryOpenings: ReadonlySet<string>;
  readonly feelings: ReadonlySet<string>;
  /** Words that tell which half of the day a bare hour is in: dinner at 7, breakfast at 7; a flight at 6:45 is as written. */
  readonly halves: ReadonlyMap<string, 'morning' | 'evening'>;
  /** Category of an expense by a word in it. */
  readonly categories: ReadonlyMap<string, string>;
  /** The kind a leading label ("todo:", "event:") names. */
  readonly labels: ReadonlyMap<string, ItemKind>;
}

/** Collects the words that something can begin with from the tables of a lexicon. */
export function beginnersOf(lexicon: Omit<Lexicon, 'beginners' | 'holidayStarts'>): ReadonlySet<string> {
  const tables: readonly { keys(): Iterable<string> }[] = [
    lexicon.months,
    lexicon.weekdays,
    lexicon.weekdayPlurals,
    lexicon.numbers,
    lexicon.ordinals,
    lexicon.articles,
    lexicon.dayWords,
    lexicon.dayParts,
    lexicon.todayParts,
    lexicon.clockWords,
    lexicon.seasons,
    lexicon.edges,
    lexicon.frequencies,
    lexicon.currencyWords,
    ...lexicon.classes.values(),
  ];
  return new Set([
    ...tables.flatMap((table) => [...table.keys()]),
    ...[...lexicon.priorities.keys()].map((name) => name.split(' ')[0] ?? ''),
    ...'p t the closest nearest q fy fiscal cw wk week calendar rest remainder over same cob eob eod close ides once twice thrice rs sfr us au c ca nz r hk mx ~halfto ~ago'.split(
      ' ',
    ),
  ]);
}

/** The stems that a holiday's name can begin with. */
export function holidayStartsOf({
  holidays,
  holidaysByRegion,
}: Pick<Lexicon, 'holidays' | 'holidaysByRegion'>): ReadonlySet<string> {
  const tables = [holidays, ...holidaysByRegion.values()];
  return new Set([...tables.flatMap((table) => [...table.keys()].map((name) => name.split(' ')[0] ?? '')), 'day']);
}

/** "presidents'", "president's" and "president" are one word in the name of a holiday. */
export function nameStem(word: string): string {
  const plain = word.includes("'") ? word.replaceAll("'", '') : word;
  return plain.endsWith('s') ? plain.replace(/s+$/, '') : plain;
}

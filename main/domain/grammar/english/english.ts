import { beginnersOf, holidayStartsOf, type Lexicon } from '../lexicon.ts';
import * as calendar from './calendar.ts';
import { classes, edges } from './classes.ts';
import { holidays, holidaysByRegion, holidaysWithoutDay } from './holidays.ts';
import { numbers, ordinals } from './numbers.ts';
import { currencyWords, danglingWords, kin, kinds, leadIns, priorities } from './words.ts';

const tables: Omit<Lexicon, 'beginners' | 'holidayStarts'> = {
  ...calendar,
  classes,
  edges,
  numbers,
  ordinals,
  ordinalSuffixes: new Set(['st', 'nd', 'rd', 'th']),
  articles: new Set(['a', 'an']),
  holidays,
  holidaysByRegion,
  holidaysWithoutDay,
  currencyWords,
  kinds,
  danglingWords,
  kin,
  leadIns,
  priorities,
};

/** What the grammar knows about English. */
export const english: Lexicon = { ...tables, beginners: beginnersOf(tables), holidayStarts: holidayStartsOf(tables) };

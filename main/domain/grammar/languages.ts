import { french } from './french/french.ts';
import { german } from './german/german.ts';
import { italian } from './italian/italian.ts';
import type { Language } from './language.ts';
import { portuguese } from './portuguese/portuguese.ts';
import { spanish } from './spanish/spanish.ts';

/** The languages that can be read beside English, by their code. */
export const languages: ReadonlyMap<string, Language> = new Map(
  [german, french, spanish, portuguese, italian].map((language) => [language.code, language] as const),
);

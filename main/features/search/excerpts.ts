import type { Snippet, TextRange } from '#contract/search';
import type { SearchTerm } from '#db/queries/search-terms';
import { type FoldedText, foldWithOffsets } from '#db/store/search-text';
import { type Occurrence, occurrences } from './occurrences.ts';
import { withoutMarks } from './plain.ts';

/** Of one term, places beyond these are not looked at for a snippet. */
const MOST_PLACES = 24;
/** UTF-16 units a snippet shows, and how many of them before what was found. */
const LENGTH = 150;
const LEAD = 40;
/** As far as this a cut moves to a space. */
const SLACK = 24;

interface Place extends Occurrence {
  readonly term: number;
}

/** Pieces of a text with what was found in it. */
export interface Excerpts {
  readonly snippets: readonly Snippet[];
  /** Of the first thing found, in the whole text; null when nothing was. */
  readonly firstAt: number | null;
  /** Terms that do not stand in the text, by their number. */
  readonly missing: ReadonlySet<number>;
}

/** Where the terms stand in a text, in order and without overlap. */
export function rangesIn(text: string, terms: readonly SearchTerm[]): TextRange[] {
  const folded = foldWithOffsets(text);
  return rangesOf(placesIn(folded, terms), folded);
}

/**
 * The pieces of a text that show most of what was asked for.
 *
 * @param most how many pieces
 */
export function excerptsOf(text: string, terms: readonly SearchTerm[], most: number): Excerpts {
  const folded = foldWithOffsets(text);
  const places = placesIn(folded, terms);
  const missing = new Set(terms.keys());
  for (const place of places) missing.delete(place.term);
  const snippets: (Snippet & { from: number })[] = [];
  const shown = new Set<number>();
  while (snippets.length < most) {
    const best = bestPlace(places, shown);
    if (!best) break;
    const piece = cut(text, folded.original(best.from) - LEAD);
    const inside = places.filter(
      (place) => folded.original(place.from) >= piece.from && folded.original(place.to) <= piece.to,
    );
    for (const place of [best, ...inside]) shown.add(place.term);
    snippets.push(snippetOf(text, piece, rangesOf(inside, folded)));
  }
  const first = places[0];
  return {
    snippets: snippets
      .toSorted((one, other) => one.from - other.from)
      .map(({ text: words, ranges }) => ({ text: words, ranges })),
    firstAt: first ? folded.original(first.from) : null,
    missing,
  };
}

/** The beginning of a text. */
export function opening(text: string): Snippet[] {
  if (text.trim() === '') return [];
  const { text: words } = snippetOf(text, cut(text, 0), []);
  return [{ text: words, ranges: [] }];
}

function placesIn(folded: FoldedText, terms: readonly SearchTerm[]): Place[] {
  return terms
    .flatMap((term, number) => occurrences(folded.text, term, MOST_PLACES).map((place) => ({ ...place, term: number })))
    .toSorted((one, other) => one.from - other.from || other.to - one.to);
}

/** The place from which a snippet shows most terms that none has shown yet; the earliest of several. */
function bestPlace(places: readonly Place[], shown: ReadonlySet<number>): Place | null {
  let best: Place | null = null;
  let most = 0;
  for (const [at, place] of places.entries()) {
    if (shown.has(place.term)) continue;
    const terms = new Set<number>();
    for (let next = at; next < places.length && places[next]!.to <= place.from + LENGTH - LEAD; next += 1)
      if (!shown.has(places[next]!.term)) terms.add(places[next]!.term);
    // A phrase longer than a snippet still counts for itself.
    if (Math.max(1, terms.size) <= most) continue;
    best = place;
    most = Math.max(1, terms.size);
  }
  return best;
}

function rangesOf(places: readonly Place[], folded: FoldedText): TextRange[] {
  const ranges: { from: number; to: number }[] = [];
  for (const place of places) {
    const from = folded.original(place.from);
    const to = folded.original(place.to);
    const last = ranges.at(-1);
    if (last && from < last.to) last.to = Math.max(last.to, to);
    else ranges.push({ from, to });
  }
  return ranges;
}

/** A piece of a text that begins near `wanted`, cut at spaces where there are any and never inside a character. */
function cut(text: string, wanted: number): TextRange {
  let from = 0;
  if (wanted > 0) {
    const space = /\s\S/u.exec(text.slice(wanted, wanted + SLACK));
    from = space ? wanted + space.index + 1 : wholeCharacter(text, wanted);
  }
  if (from + LENGTH >= text.length) return { from, to: text.length };
  const end = from + LENGTH;
  const space = text.slice(end - SLACK, end + 1).search(/\s\S*$/u);
  return { from, to: space < 0 ? wholeCharacter(text, end) : end - SLACK + space };
}

/** Characters that belong to the one before them: marks, skin tones, joiners, halves of pairs and tags of flags. */
const CONTINUES = /[\p{M}\p{Emoji_Modifier}\u200d\u{e0020}-\u{e007f}\p{Regional_Indicator}]/u;

/** The nearest offset at or before `at` that parts no character a person sees as one. */
function wholeCharacter(text: string, at: number): number {
  for (let place = at; place > at - 40 && place > 0; place -= 1) {
    const code = text.charCodeAt(place);
    const isLow = code >= 0xdc00 && code <= 0xdfff;
    if (!isLow && !CONTINUES.test(String.fromCodePoint(text.codePointAt(place)!)) && text[place - 1] !== '\u200d')
      return place;
  }
  return text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff ? at - 1 : at;
}

function snippetOf(text: string, piece: TextRange, ranges: readonly TextRange[]): Snippet & { from: number } {
  const lead = piece.from > 0 ? '…' : '';
  const inside = ranges.map((range) => ({ from: range.from - piece.from, to: range.to - piece.from }));
  const plain = withoutMarks(text.slice(piece.from, piece.to), inside);
  return {
    from: piece.from,
    text: `${lead}${plain.text.replace(/\s/gu, ' ')}${piece.to < text.length ? '…' : ''}`,
    ranges: plain.ranges.map((range) => ({ from: range.from + lead.length, to: range.to + lead.length })),
  };
}

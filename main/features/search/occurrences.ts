import type { SearchTerm } from '#db/queries/search-terms';
import { isTokenEdge, nextToken } from '#db/store/search-text';

/** A place of a folded text; UTF-16 offsets. */
export interface Occurrence {
  readonly from: number;
  readonly to: number;
}

/** The first place at or after `start` where a term stands in a folded text, by the rules of the index. */
export function nextOccurrence(folded: string, { tokens, isPrefix }: SearchTerm, start: number): Occurrence | null {
  const first = tokens[0]!;
  for (let from = folded.indexOf(first, start); from >= 0; from = folded.indexOf(first, from + 1)) {
    if (!isTokenEdge(folded, from)) continue;
    const to = endOfPhrase(folded, tokens, from + first.length);
    if (to >= 0 && (isPrefix || isTokenEdge(folded, to))) return { from, to };
  }
  return null;
}

/** Where the tokens after the first one end, or -1 when they do not follow. */
function endOfPhrase(folded: string, tokens: readonly string[], afterFirst: number): number {
  let end = afterFirst;
  for (let at = 1; at < tokens.length; at += 1) {
    if (!isTokenEdge(folded, end)) return -1;
    const next = nextToken(folded, end);
    if (!folded.startsWith(tokens[at]!, next)) return -1;
    end = next + tokens[at]!.length;
  }
  return end;
}

/** How often a term stands in a folded text. */
export function countOccurrences(folded: string, term: SearchTerm): number {
  let count = 0;
  for (let place = nextOccurrence(folded, term, 0); place; place = nextOccurrence(folded, term, place.to)) count += 1;
  return count;
}

/** Places of the term from `start` on, at most `most` of them. */
export function occurrences(folded: string, term: SearchTerm, most: number): Occurrence[] {
  const places: Occurrence[] = [];
  for (let place = nextOccurrence(folded, term, 0); place; place = nextOccurrence(folded, term, place.to)) {
    places.push(place);
    if (places.length === most) break;
  }
  return places;
}

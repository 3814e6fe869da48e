import type { SearchHit, SearchKind } from '#contract/search';
import { shortened } from '#main/domain/text/shortened';
import { type SourceRow, wholeBody } from '#db/queries/search';
import type { SearchTerm } from '#db/queries/search-terms';
import type { ReadHandle } from '#db/store/handles';
import { excerptsOf, opening, rangesIn } from './excerpts.ts';
import { withoutMarks } from './plain.ts';

/** The window's address of a found thing, at the passage `at` (a UTF-16 offset of its text). */
const ROUTES: Readonly<Record<SearchKind, (row: SourceRow, at: number | null) => string>> = {
  entry: ({ ref, day }, at) => `/journal/${day}?entry=${ref}${at === null ? '' : `&at=${at}`}`,
  task: ({ ref }) => `/tasks?task=${ref}`,
  event: ({ ref }) => `/calendar?event=${ref}`,
  expense: ({ ref, day }) => `/money?month=${day?.slice(0, 7)}&expense=${ref}`,
  project: ({ ref }) => `/tasks?project=${ref}`,
  session: ({ ref, day }) => `/focus?day=${day}&session=${ref}`,
};

const LONGEST_TITLE = 200;

/**
 * A found thing as it is shown.
 *
 * @param mostSnippets how many pieces of its text; without any word found there, its beginning
 */
export function hitOf(
  handle: ReadHandle,
  row: SourceRow,
  terms: readonly SearchTerm[],
  mostSnippets: number,
): SearchHit {
  const name = nameOf(row);
  const titleRanges = rangesIn(name, terms);
  let excerpts = excerptsOf(row.body, terms, mostSnippets);
  // The clip lacks a word that the title has not either: it stands further down.
  if (excerpts.missing.size > 0 && row.body !== '' && !holdsAll(row.title, terms, excerpts.missing)) {
    const body = wholeBody(handle, row);
    if (body.length > row.body.length) excerpts = excerptsOf(body, terms, mostSnippets);
  }
  return {
    kind: row.kind,
    id: row.ref,
    title: name,
    titleRanges,
    snippets: excerpts.snippets.length > 0 || mostSnippets === 0 ? [...excerpts.snippets] : opening(row.body),
    atMs: row.atMs,
    day: row.day,
    route: ROUTES[row.kind](row, excerpts.firstAt),
  };
}

function holdsAll(title: string, terms: readonly SearchTerm[], missing: ReadonlySet<number>): boolean {
  return [...missing].every((number) => rangesIn(title, [terms[number]!]).length > 0);
}

/** What a thing is called; of an entry the first line. */
export const nameOf = ({ title, body }: SourceRow): string => (title === '' ? firstLineOf(body) : title);

/** The first line that has something in it, without its Markdown. */
function firstLineOf(body: string): string {
  for (const line of body.slice(0, 5_000).split(/[\n\r]+/u)) {
    const plain = withoutMarks(line.slice(0, 3 * LONGEST_TITLE), [])
      .text.replace(/\s+/gu, ' ')
      .trim();
    if (/[\p{L}\p{N}\p{S}]/u.test(plain)) return shortened(plain, LONGEST_TITLE);
  }
  return '';
}

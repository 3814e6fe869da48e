import { docOf, sourceRows } from '#db/queries/search';
import type { ReadHandle } from '#db/store/handles';
import { Refusal } from '../refusal.ts';
import { rangesIn } from './excerpts.ts';
import { nameOf } from './hits.ts';
import { withoutMarks } from './plain.ts';
import { type AskedAt, readQuestion } from './question.ts';

/**
 * One found thing to look at beside the results: the beginning of its text without Markdown, with what was asked for marked.
 *
 * @throws Refusal NOT_FOUND
 */
export function previewOf(handle: ReadHandle, id: string, query: string, askedAt: AskedAt) {
  const docid = docOf(handle, id);
  const [row] = docid === null ? [] : sourceRows(handle, [docid]);
  if (!row) throw new Refusal('NOT_FOUND', { what: 'thing' });
  const terms = readQuestion(query, askedAt)?.wanted.map(({ term }) => term) ?? [];
  const title = nameOf(row);
  const plain = withoutMarks(row.body, rangesIn(row.body, terms));
  return {
    kind: row.kind,
    title,
    titleRanges: rangesIn(title, terms),
    text: plain.text,
    ranges: [...plain.ranges],
    day: row.day,
    atMs: row.atMs,
  };
}

import { Annotation, Transaction } from '@codemirror/state';
import type { ChangeSpec, EditorState, TransactionSpec } from '@codemirror/state';

import { pageSeparator } from './editor-state.ts';
import { positionOf } from './line-breaks.ts';

/** Marks a change that came from outside: nobody typed it. */
export const adopted = Annotation.define<true>();

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * The change that brings the page from the text the outside knows to the text the outside has now, with the cursor, the
 * focus and the writer's own undo kept. Words typed meanwhile stay: single characters (ticks) are carried through them.
 *
 * @param known the text the page last reported or was given
 * @returns null where words typed meanwhile leave no place for it: they go first
 */
export function adoptText(state: EditorState, known: string, text: string): TransactionSpec | null {
  const current = state.sliceDoc();
  const wanted = cutsBetween(known, text);
  const typed = current === known ? null : cutBetween(known, current);
  if (typed !== null && known.length !== text.length) return null;
  const separator = pageSeparator(state);
  const changes: ChangeSpec[] = wanted.flatMap((cut) => {
    const shift = typed === null || cut.to <= typed.from ? 0 : typed.insert.length - (typed.to - typed.from);
    if (typed !== null && cut.to > typed.from && cut.from < typed.to) return [];
    return [
      {
        from: positionOf(state.doc, separator, cut.from + shift),
        to: positionOf(state.doc, separator, cut.to + shift),
        insert: state.toText(cut.insert),
      },
    ];
  });
  return { changes, annotations: [adopted.of(true), Transaction.addToHistory.of(false)] };
}

/** Texts of one length differ by characters, each for itself; others by one stretch. */
function cutsBetween(before: string, after: string): readonly Cut[] {
  if (before === after) return [];
  if (before.length !== after.length) return [cutBetween(before, after)];
  const cuts: Cut[] = [];
  for (let at = 0; at < before.length; at += 1)
    if (before.charCodeAt(at) !== after.charCodeAt(at)) cuts.push({ from: at, to: at + 1, insert: after.charAt(at) });
  // A few ticks; more is another text.
  return cuts.length <= 2_000 ? cuts : [cutBetween(before, after)];
}

function cutBetween(before: string, after: string): Cut {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  // Not into a pair of breaks: the document holds it as one.
  if (start > 0 && before.charAt(start - 1) === '\r') start -= 1;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail += 1;
  if (tail > 0 && before.charAt(before.length - tail) === '\n') tail -= 1;
  return { from: start, to: before.length - tail, insert: after.slice(start, after.length - tail) };
}

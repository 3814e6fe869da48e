import { ensureSyntaxTree } from '@codemirror/language';
import { EditorSelection, EditorState } from '@codemirror/state';
import type { StateCommand } from '@codemirror/state';

import { separatorOf } from '#renderer/features/journal/editor/line-breaks.ts';
import { journalLanguage } from '#renderer/features/journal/editor/markdown-language.ts';

/**
 * A page from a drawing of it: the first `|` is the cursor, `‹` and `›` are the ends of a selection.
 */
export function pageOf(drawing: string): EditorState {
  const cursor = drawing.indexOf('|');
  const open = drawing.indexOf('‹');
  const close = drawing.indexOf('›');
  const doc = drawing.replace('|', '').replaceAll(/[‹›]/g, '');
  const selection = open === -1 ? EditorSelection.single(Math.max(0, cursor)) : EditorSelection.single(open, close - 1);
  const state = EditorState.create({
    doc,
    selection,
    extensions: [EditorState.lineSeparator.of(separatorOf(doc)), journalLanguage],
  });
  ensureSyntaxTree(state, state.doc.length, 5_000);
  return state;
}

/** The drawing of a page. */
export function drawingOf(state: EditorState): string {
  const { from, to, empty } = state.selection.main;
  const text = state.sliceDoc();
  return empty
    ? `${text.slice(0, from)}|${text.slice(from)}`
    : `${text.slice(0, from)}‹${text.slice(from, to)}›${text.slice(to)}`;
}

/** The drawing after a command; null when the command leaves the key to others. */
export function afterCommand(command: StateCommand, drawing: string): string | null {
  let state = pageOf(drawing);
  const isHandled = command({
    state,
    dispatch: (transaction) => {
      state = transaction.state;
    },
  });
  return isHandled ? drawingOf(state) : null;
}

import { syntaxTree } from '@codemirror/language';
import { EditorSelection } from '@codemirror/state';
import type { EditorState, SelectionRange, StateCommand } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

import { isAddress } from './link-target.ts';

/** Makes the selection, or the word at the cursor, bold; takes the marks away where it is bold already. */
export const toggleStrong: StateCommand = (target) => toggleMarks(target, 'StrongEmphasis', '**');

/** The same for italics. */
export const toggleEmphasis: StateCommand = (target) => toggleMarks(target, 'Emphasis', '*');

/** Strikes the selection through. */
export const toggleStrike: StateCommand = (target) => toggleMarks(target, 'Strikethrough', '~~');

/** Makes code of the selection or the word at the cursor. */
export const toggleInlineCode: StateCommand = (target) => toggleMarks(target, 'InlineCode', '`');

/** Makes a link of the selection: an address gets empty words to fill in, words get an empty address. */
export const insertLink: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const { from, to } = state.selection.main;
  const words = state.sliceDoc(from, to);
  const isTarget = isAddress(words);
  dispatch(
    state.update({
      changes: { from, to, insert: state.toText(isTarget ? `[](${words})` : `[${words}]()`) },
      selection: EditorSelection.cursor(isTarget || from === to ? from + 1 : to + 3),
      userEvent: 'input',
      scrollIntoView: true,
    }),
  );
  return true;
};

/**
 * The change that turns the selected words into a link to the pasted address; null where the paste should go in as text:
 * nothing is selected, it is no address, or the selection is (part of) a link, an address or code, or crosses a line.
 */
export function linkFromPaste(state: EditorState, pasted: string): { from: number; to: number; insert: string } | null {
  const { from, to } = state.selection.main;
  if (from === to || state.readOnly || !isAddress(pasted)) return null;
  const words = state.sliceDoc(from, to);
  if (words.trim() === '' || /[\r\n[\]]/.test(words) || isAddress(words)) return null;
  let isPlain = true;
  syntaxTree(state).iterate({
    from,
    to,
    enter: (node) => {
      if (node.from < to && node.to > from && /Code|Link$|Image|URL|HTML/.test(node.name)) isPlain = false;
    },
  });
  return isPlain ? { from, to, insert: `[${words}](${pasted.trim().replaceAll(')', '%29')})` } : null;
}

function toggleMarks({ state, dispatch }: Parameters<StateCommand>[0], node: string, marks: string): boolean {
  if (state.readOnly) return false;
  const { main } = state.selection;
  const around = enclosing(state, main, node);
  if (around !== null) {
    const [openTo, closeFrom] = [around.from + marks.length, around.to - marks.length];
    dispatch(
      state.update({
        changes: [
          { from: around.from, to: openTo },
          { from: closeFrom, to: around.to },
        ],
        userEvent: 'input.format',
        scrollIntoView: true,
      }),
    );
    return true;
  }
  const range = main.empty ? (state.wordAt(main.head) ?? main) : trimmed(state, main);
  const width = marks.length;
  const selection = main.empty
    ? EditorSelection.cursor(main.head + width)
    : EditorSelection.range(range.from + width, range.to + width);
  dispatch(
    state.update({
      changes: [
        { from: range.from, insert: marks },
        { from: range.to, insert: marks },
      ],
      selection,
      userEvent: 'input.format',
      scrollIntoView: true,
    }),
  );
  return true;
}

/** Marks beside a space are not marks in Markdown: leave spaces at the ends of the selection outside. */
function trimmed(state: EditorState, range: SelectionRange): { readonly from: number; readonly to: number } {
  const text = state.sliceDoc(range.from, range.to);
  const kept = text.trim();
  if (kept === '') return range;
  const from = range.from + text.indexOf(kept.charAt(0));
  return { from, to: Math.min(range.to, range.to - (text.length - text.trimEnd().length)) };
}

function enclosing(state: EditorState, range: SelectionRange, name: string): SyntaxNode | null {
  for (const side of [1, -1] as const) {
    for (
      let node: SyntaxNode | null = syntaxTree(state).resolveInner(side === 1 ? range.from : range.to, side);
      node !== null;
      node = node.parent
    ) {
      if (node.name === name && node.from <= range.from && node.to >= range.to) return node;
    }
  }
  return null;
}

import type { ChangeSpec, EditorState, Line, StateCommand } from '@codemirror/state';

/** A line in its parts: quote marks, indentation, the mark of a heading or list item, the words. */
const PARTS =
  /^((?:[ \t]{0,3}>[ \t]?)*)([ \t]*)(#{1,6}[ \t]+|[-*+][ \t]+\[[ xX]\][ \t]+|[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(.*)$/s;

type ListKind = 'bullet' | 'number' | 'task';

interface LineParts {
  readonly line: Line;
  readonly markFrom: number;
  readonly mark: string;
  readonly words: string;
}

function partsOf(line: Line): LineParts {
  const [, quote = '', blank = '', mark = '', words = ''] = PARTS.exec(line.text) ?? [];
  return { line, markFrom: line.from + quote.length + blank.length, mark, words };
}

function selectedLines(state: EditorState): readonly Line[] {
  const { from, to } = state.selection.main;
  const lines: Line[] = [];
  for (let line = state.doc.lineAt(from); ; line = state.doc.line(line.number + 1)) {
    lines.push(line);
    if (line.to >= to || line.number === state.doc.lines) return lines;
  }
}

/** Rewrites the marks of the selected lines; blank lines between others stay as they are. */
function remark(
  { state, dispatch }: Parameters<StateCommand>[0],
  markOf: (parts: LineParts, index: number, all: readonly LineParts[]) => string,
): boolean {
  if (state.readOnly) return false;
  const parts = selectedLines(state).map(partsOf);
  const marked = parts.length === 1 ? parts : parts.filter(({ line }) => line.text.trim() !== '');
  const changes: ChangeSpec[] = marked.map((one, index) => ({
    from: one.markFrom,
    to: one.markFrom + one.mark.length,
    insert: markOf(one, index, marked),
  }));
  const transaction = state.update({ changes, userEvent: 'input.format', scrollIntoView: true });
  // A cursor before the words goes behind the new mark.
  const [only] = marked;
  const { main } = state.selection;
  if (marked.length === 1 && only !== undefined && main.empty && main.head <= only.markFrom + only.mark.length) {
    const anchor = only.markFrom + markOf(only, 0, marked).length;
    dispatch(state.update({ changes, selection: { anchor }, userEvent: 'input.format', scrollIntoView: true }));
  } else {
    dispatch(transaction);
  }
  return true;
}

/** Makes the lines headings of a level, or plain again where they are that already. @param level 1 to 6, 0 for plain */
export function setHeading(level: number): StateCommand {
  const wanted = level === 0 ? '' : `${'#'.repeat(level)} `;
  return (target) =>
    remark(target, ({ mark }, _index, all) => {
      const isAll = all.every((one) => one.mark.trimEnd() === wanted.trimEnd());
      return isAll && level > 0 ? '' : level === 0 && !mark.startsWith('#') ? mark : wanted;
    });
}

const kindOf = (mark: string): ListKind | null => {
  if (/^[-*+]\s+\[/.test(mark)) return 'task';
  if (/^[-*+]/.test(mark)) return 'bullet';
  return /^\d/.test(mark) ? 'number' : null;
};

/** Makes the lines items of a list, or takes their marks away where all are that already. */
export function toggleList(kind: ListKind): StateCommand {
  return (target) =>
    remark(target, ({ mark }, index, all) => {
      if (all.every((one) => kindOf(one.mark) === kind)) return '';
      if (kindOf(mark) === kind && kind !== 'number') return mark;
      return kind === 'number' ? `${index + 1}. ` : kind === 'task' ? '- [ ] ' : '- ';
    });
}

/** Quotes the lines, or takes one quote mark away where all have one. */
export const toggleQuote: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const lines = selectedLines(state);
  const isQuoted = lines.every(({ text }) => /^\s{0,3}>/.test(text));
  const changes = lines.map((line) =>
    isQuoted
      ? { from: line.from, to: line.from + (/^\s{0,3}>[ \t]?/.exec(line.text)?.[0].length ?? 0) }
      : { from: line.from, insert: '> ' },
  );
  const { main } = state.selection;
  const transaction = state.update({ changes });
  dispatch(
    state.update({
      changes,
      selection: { anchor: transaction.changes.mapPos(main.anchor, 1), head: transaction.changes.mapPos(main.head, 1) },
      userEvent: 'input.format',
      scrollIntoView: true,
    }),
  );
  return true;
};

/** Puts the selected lines between code fences, the cursor where the language is named. */
export const fenceCode: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const lines = selectedLines(state);
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const text = state.sliceDoc(first.from, last.to);
  // A fence is longer than any within.
  const longest = Math.max(2, ...Array.from(text.matchAll(/^\s*(`{3,})/gm), (match) => match[1]!.length));
  const fence = '`'.repeat(longest + 1);
  const insert = state.toText(`${fence}${state.lineBreak}${text}${state.lineBreak}${fence}`);
  const isEmpty = text.trim() === '';
  dispatch(
    state.update({
      changes: { from: first.from, to: last.to, insert },
      selection: { anchor: first.from + fence.length + (isEmpty ? 1 : 0) },
      userEvent: 'input.format',
      scrollIntoView: true,
    }),
  );
  return true;
};

/** A line across the page, with the cursor below it. */
export const insertRule: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const line = state.doc.lineAt(state.selection.main.head);
  const isBlank = line.text.trim() === '';
  // Right below words a rule would make a heading of them.
  const isUnderWords = isBlank && line.number > 1 && state.doc.line(line.number - 1).text.trim() !== '';
  const before = isBlank ? (isUnderWords ? '\n' : '') : '\n\n';
  const from = isBlank ? line.from : line.to;
  const insert = state.toText(`${before}---\n`.replaceAll('\n', state.lineBreak));
  dispatch(
    state.update({
      changes: { from, to: line.to, insert },
      selection: { anchor: from + insert.length },
      userEvent: 'input.format',
      scrollIntoView: true,
    }),
  );
  return true;
};

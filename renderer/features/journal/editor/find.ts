import { SearchQuery } from '@codemirror/search';
import { StateEffect, StateField } from '@codemirror/state';
import type { EditorState, Extension, Range } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin } from '@codemirror/view';
import type { DecorationSet, ViewUpdate } from '@codemirror/view';

/** What is looked for. */
export interface FindQuery {
  readonly text: string;
  readonly isCaseSensitive: boolean;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Finding {
  readonly query: SearchQuery | null;
  readonly current: Span | null;
}

/** Counting ends here: nobody steps through more, and a page of one repeated letter must not hold the window up. */
export const MOST_MATCHES = 5_000;

const setQuery = StateEffect.define<SearchQuery | null>();
const setCurrent = StateEffect.define<Span | null>();

const findField = StateField.define<Finding>({
  create: () => ({ query: null, current: null }),
  update(finding, transaction) {
    let { query, current } = finding;
    if (current !== null && transaction.docChanged)
      current = {
        from: transaction.changes.mapPos(current.from, 1),
        to: transaction.changes.mapPos(current.to, -1),
      };
    for (const effect of transaction.effects) {
      if (effect.is(setQuery)) [query, current] = [effect.value, null];
      if (effect.is(setCurrent)) current = effect.value;
    }
    return query === finding.query && current === finding.current ? finding : { query, current };
  },
});

/** The match one has stepped to, whose marks are shown as if the cursor were there. */
export const currentMatch = (state: EditorState): Span | null => state.field(findField, false)?.current ?? null;

const match = Decoration.mark({ class: 'cm-found' });
const here = Decoration.mark({ class: 'cm-found cm-found-here' });

/** Only what is in view is searched for drawing. */
function draw(view: EditorView): DecorationSet {
  const { query, current } = view.state.field(findField);
  if (query === null || !query.valid) return Decoration.none;
  const ranges: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    // A match may begin above what is in view.
    const cursor = query.getCursor(view.state, Math.max(0, from - 250), Math.min(view.state.doc.length, to + 250));
    for (let next = cursor.next(); next.done !== true; next = cursor.next()) {
      const { from: start, to: end } = next.value;
      if (start < end) ranges.push((start === current?.from && end === current.to ? here : match).range(start, end));
    }
  }
  return Decoration.set(ranges, true);
}

/** Marks what is looked for. The page's own words for it are elsewhere: one bar serves all entries of a day. */
export const findMarks: Extension = [
  findField,
  ViewPlugin.define(
    (view) => ({
      decorations: draw(view),
      update(update: ViewUpdate) {
        const isStale =
          update.docChanged ||
          update.viewportChanged ||
          update.startState.field(findField) !== update.state.field(findField);
        if (isStale) this.decorations = draw(update.view);
      },
    }),
    { decorations: (plugin) => plugin.decorations },
  ),
];

function queryOf({ text, isCaseSensitive }: FindQuery): SearchQuery {
  return new SearchQuery({ search: text, caseSensitive: isCaseSensitive, literal: true });
}

function matchesOf(state: EditorState, query: SearchQuery): readonly Span[] {
  const matches: Span[] = [];
  const cursor = query.getCursor(state);
  for (let next = cursor.next(); next.done !== true && matches.length < MOST_MATCHES; next = cursor.next())
    matches.push({ from: next.value.from, to: next.value.to });
  return matches;
}

/** Marks what is looked for, or nothing any more. @returns how often it is there */
export function find(view: EditorView, query: FindQuery | null): number {
  const wanted = query === null || query.text === '' ? null : queryOf(query);
  const held = view.state.field(findField).query;
  if (wanted === null ? held !== null : held === null || !held.eq(wanted))
    view.dispatch({ effects: setQuery.of(wanted) });
  return wanted === null ? 0 : matchesOf(view.state, wanted).length;
}

/** Brings a match into view, or takes the emphasis off the one that had it. */
export function showMatch(view: EditorView, index: number | null): void {
  const { query, current } = view.state.field(findField);
  const span = query === null || index === null ? null : (matchesOf(view.state, query)[index] ?? null);
  if (span === null) {
    if (current !== null) view.dispatch({ effects: setCurrent.of(null) });
    return;
  }
  view.dispatch({
    selection: { anchor: span.from, head: span.to },
    effects: [setCurrent.of(span), EditorView.scrollIntoView(span.from, { y: 'center' })],
  });
}

/** Where among the matches the selection is or would come next. */
export function matchFrom(view: EditorView): number {
  const { query } = view.state.field(findField);
  if (query === null) return 0;
  const { from } = view.state.selection.main;
  const at = matchesOf(view.state, query).findIndex((span) => span.from >= from);
  return Math.max(0, at);
}

/** Writes something else in place of one match or of all. @returns how many there were */
export function replaceMatches(view: EditorView, index: number | 'all', text: string): number {
  const { query } = view.state.field(findField);
  if (query === null || view.state.readOnly) return 0;
  const matches = matchesOf(view.state, query);
  const spans = index === 'all' ? matches : matches.slice(index, index + 1);
  const insert = view.state.toText(text);
  view.dispatch({
    changes: spans.map((span) => ({ ...span, insert })),
    effects: setCurrent.of(null),
    userEvent: 'input.replace',
  });
  return spans.length;
}

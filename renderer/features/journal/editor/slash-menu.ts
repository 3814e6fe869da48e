import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { pickedCompletion } from '@codemirror/autocomplete';
import type { StateCommand } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

import { chooseFiles } from './attach-files.ts';
import { fenceCode, insertRule, setHeading, toggleList, toggleQuote } from './line-commands.ts';
import { insertTable } from './table-commands.ts';

/** A line of the menu that comes from outside of the page: a template, a date, a mood. */
export interface SlashItem {
  readonly label: string;
  /** Quieter, behind the label: what kind of thing it is. */
  readonly detail?: string;
  /** Other words it is found by. */
  readonly keywords?: string;
  /** Only offered when it is asked for by name. */
  readonly isHidden?: boolean;
  /** The text to write and where in it the cursor goes; or null when something else was done. */
  readonly run: () => { readonly text: string; readonly cursor: number } | null;
}

interface OwnItem {
  readonly label: string;
  readonly keywords: string;
  readonly keys?: string;
  readonly run: StateCommand | ((view: EditorView) => boolean);
}

const OWN: readonly OwnItem[] = [
  { label: 'Heading 1', keywords: 'title h1', run: setHeading(1) },
  { label: 'Heading 2', keywords: 'title h2', run: setHeading(2) },
  { label: 'Heading 3', keywords: 'title h3', run: setHeading(3) },
  { label: 'To-do', keywords: 'task checkbox tick', run: toggleList('task') },
  { label: 'List', keywords: 'bullets points unordered', run: toggleList('bullet') },
  { label: 'Numbered list', keywords: 'ordered steps', run: toggleList('number') },
  { label: 'Quote', keywords: 'citation blockquote', run: toggleQuote },
  { label: 'Table', keywords: 'rows columns grid', run: insertTable },
  { label: 'Code', keywords: 'fence program pre', run: fenceCode },
  { label: 'Line across', keywords: 'divider rule separator hr', run: insertRule },
  { label: 'Picture or file', keywords: 'image photo attach attachment upload', run: chooseFiles },
];

/** The `/word` that begins a line, behind the marks of a quote or an item; null elsewhere. */
export function readSlash(before: string): { readonly query: string; readonly length: number } | null {
  const match = /^(?:\s*>)*\s*(?:(?:[-*+]|\d{1,9}[.)]) (?:\[[ xX]\] )?)?(\/([\p{L}\p{N}]?[\p{L}\p{N} -]{0,30}))$/u.exec(
    before,
  );
  return match === null ? null : { query: match[2]!.trim().toLowerCase(), length: match[1]!.length };
}

/** What is offered for a query: names begun with it first. */
function matching<Item extends { readonly label: string; readonly keywords?: string | undefined }>(
  items: readonly Item[],
  query: string,
): readonly Item[] {
  const words = query.split(/\s+/);
  const found = items.filter(({ label, keywords = '' }) => {
    const all = `${label} ${keywords}`.toLowerCase().split(/[\s:]+/);
    return words.every((word) => all.some((one) => one.startsWith(word)));
  });
  const isBegun = ({ label }: Item): number => Number(label.toLowerCase().startsWith(query));
  return found.toSorted((one, other) => isBegun(other) - isBegun(one));
}

/** Offers what a line can become when it begins with a slash. */
export function offerSlash(context: CompletionContext, outside: readonly SlashItem[]): CompletionResult | null {
  const line = context.state.doc.lineAt(context.pos);
  const slash = readSlash(context.state.sliceDoc(line.from, context.pos));
  if (slash === null || context.state.readOnly) return null;
  const own = OWN.map(({ label, keywords, run }): Completion & { keywords: string } => ({
    label,
    keywords,
    apply: (view, completion, from, to) => {
      view.dispatch({
        changes: { from, to },
        annotations: pickedCompletion.of(completion),
        userEvent: 'input.complete',
      });
      run(view);
    },
  }));
  const others = outside
    .filter(({ isHidden }) => isHidden !== true || slash.query !== '')
    .map((item): Completion & { keywords: string } => ({
      label: item.label,
      ...(item.detail === undefined ? {} : { detail: item.detail }),
      keywords: item.keywords ?? '',
      apply: (view, completion, from, to) => {
        const written = item.run();
        const insert = view.state.toText((written?.text ?? '').replaceAll('\n', view.state.lineBreak));
        view.dispatch({
          changes: { from, to, insert },
          selection: { anchor: from + Math.min(insert.length, written?.cursor ?? 0) },
          annotations: pickedCompletion.of(completion),
          userEvent: 'input.complete',
          scrollIntoView: true,
        });
      },
    }));
  const options = matching([...own, ...others], slash.query);
  if (options.length === 0) return null;
  return { from: context.pos - slash.length, options, filter: false };
}

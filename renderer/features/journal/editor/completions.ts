import { autocompletion, closeCompletion, completionKeymap, completionStatus } from '@codemirror/autocomplete';
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import { Prec } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import type { EditorView } from '@codemirror/view';
import { offerSlash } from './slash-menu.ts';
import type { SlashItem } from './slash-menu.ts';

/** A name that is offered, without its sign. */
export interface NameOffer {
  readonly name: string;
  /** What it is called in the list, where that is not the name: "yesterday". */
  readonly label?: string;
  /** What stands beside it, quieter. */
  readonly detail?: string;
}

/** Where the names offered while writing come from. */
export interface Completions {
  links(query: string): Promise<readonly NameOffer[]>;
  tags(query: string): Promise<readonly NameOffer[]>;
  people(query: string): Promise<readonly NameOffer[]>;
}

/** What is being named at the cursor, and the part of the name written so far. */
interface NamePrefix {
  readonly kind: keyof Completions;
  readonly query: string;
}

const openLink = /\[\[([^[\]|\n]{0,100})$/;
const openTag = /(?:^|[\s(])#([\p{L}\p{M}\p{N}_/-]{1,60})$/u;
const openPerson = /(?:^|[\s(])@([\p{L}\p{M}\p{N}_.'’-]{0,60})$/u;

/** Reads the unfinished `[[link`, `#tag` or `@person` at the end of the text before the cursor. */
export function readNamePrefix(before: string): NamePrefix | null {
  const link = openLink.exec(before)?.[1];
  if (link !== undefined) return { kind: 'links', query: link };
  const tag = openTag.exec(before)?.[1];
  if (tag !== undefined) return { kind: 'tags', query: tag };
  const person = openPerson.exec(before)?.[1];
  return person === undefined ? null : { kind: 'people', query: person };
}

/**
 * Offers names while one is being written, and what a line can become when it begins with a slash; both are asked for each time,
 * so that the caller may replace them.
 */
export function nameCompletion(
  current: () => Completions | undefined,
  slashItems: () => readonly SlashItem[],
): Extension {
  return [
    autocompletion({
      override: [
        (context) => offer(context, current()),
        (context) => (isCode(context) ? null : offerSlash(context, slashItems())),
      ],
      // Who types `/table` and Enter in one go means the menu, not a new line.
      interactionDelay: 10,
      icons: false,
      defaultKeymap: false,
    }),
    Prec.highest(keymap.of(listKeys)),
  ];
}

/** The list's own keys. Its Escape would also stop a look-up nobody sees, and so be lost on the writer who leaves. */
const listKeys = completionKeymap.map((binding) =>
  binding.key === 'Escape' ? { ...binding, run: closeShown } : binding,
);

function closeShown(view: EditorView): boolean {
  return completionStatus(view.state) === 'active' && closeCompletion(view);
}

async function offer(context: CompletionContext, source: Completions | undefined): Promise<CompletionResult | null> {
  if (source === undefined || isCode(context)) return null;
  const line = context.state.doc.lineAt(context.pos);
  const prefix = readNamePrefix(context.state.sliceDoc(Math.max(line.from, context.pos - 120), context.pos));
  if (prefix === null) return null;
  const names = await source[prefix.kind](prefix.query);
  if (context.aborted || names.length === 0) return null;
  return {
    from: context.pos - prefix.query.length,
    options: names.map((offer) => option(prefix.kind, offer)),
    filter: false,
  };
}

function option(kind: keyof Completions, { name, label = name, detail }: NameOffer): Completion {
  const shown = detail === undefined ? { label } : { label, detail };
  // A name of several words is no `@name`; as a `[[link]]` it stays whole.
  const isLink = kind === 'links' || (kind === 'people' && /\s/.test(name));
  if (!isLink) return { ...shown, apply: name };
  const opening = kind === 'links' ? 0 : 1;
  return {
    ...shown,
    apply: (view, _option, from, to) => writeLink(view, opening === 0 ? name : `[[${name}`, from - opening, to),
  };
}

function writeLink(view: EditorView, opened: string, from: number, to: number): void {
  const end = view.state.sliceDoc(to, to + 2) === ']]' ? to + 2 : to;
  view.dispatch({
    changes: { from, to: end, insert: `${opened}]]` },
    selection: { anchor: from + opened.length + 2 },
    userEvent: 'input.complete',
    scrollIntoView: true,
  });
}

function isCode(context: CompletionContext): boolean {
  return /Code/.test(syntaxTree(context.state).resolveInner(context.pos, -1).name);
}

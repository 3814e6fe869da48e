import { ATTACHMENT_PATH } from '#contract/attachments';
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

const safeSchemes = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address an outside program may be asked to open, or null. Only http(s) and mailto with something behind them:
 * `javascript:`, `file:` and a program's own schemes never leave the editor.
 */
export function safeTarget(written: string): string | null {
  const trimmed = written.trim();
  if (trimmed === '' || /\s/.test(trimmed)) return null;
  const address = /^www\./i.test(trimmed)
    ? `https://${trimmed}`
    : /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(trimmed)
      ? `mailto:${trimmed}`
      : trimmed;
  const url = URL.parse(address);
  if (url === null || !safeSchemes.has(url.protocol)) return null;
  return url.protocol === 'mailto:' && url.pathname === '' ? null : address;
}

/** Whether a piece of pasted text is one web or mail address and nothing else. */
export function isAddress(text: string): boolean {
  return text.length <= 2_000 && /^(?:https?:\/\/|mailto:)\S+$/i.test(text.trim()) && safeTarget(text) !== null;
}

/** What a place in the text refers to: an address outside, a page, tag or person of the journal, or an attached file. */
export type Reference =
  | { readonly kind: 'address'; readonly target: string }
  | { readonly kind: 'page' | 'tag' | 'person'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string; readonly words: string };

/** What the text at `pos` refers to, looking on both sides of it; null where there is no link or it may not be opened. */
export function referenceAt(state: EditorState, pos: number): Reference | null {
  const tree = syntaxTree(state);
  return referenceFrom(state, tree.resolveInner(pos, 1)) ?? referenceFrom(state, tree.resolveInner(pos, -1));
}

function referenceFrom(state: EditorState, start: SyntaxNode): Reference | null {
  for (let node: SyntaxNode | null = start; node !== null; node = node.parent) {
    const reference = referenceOf(state, node);
    if (reference !== undefined) return reference;
  }
  return null;
}

/** Undefined where the node is no reference at all; null where it is one that may not be opened. */
function referenceOf(state: EditorState, node: SyntaxNode): Reference | null | undefined {
  const text = (part: SyntaxNode): string => state.sliceDoc(part.from, part.to);
  switch (node.name) {
    case 'WikiLink': {
      const target = node.getChild('WikiLinkTarget');
      return target === null ? null : { kind: 'page', name: text(target).trim() };
    }
    case 'Hashtag':
      return { kind: 'tag', name: text(node).slice(1) };
    case 'Mention':
      return { kind: 'person', name: text(node).slice(1) };
    case 'Link':
    case 'Autolink':
    case 'Image': {
      const url = node.getChild('URL');
      if (url === null) return undefined;
      const path = text(url);
      return ATTACHMENT_PATH.test(path) ? { kind: 'file', path, words: wordsOf(state, node) } : address(path);
    }
    case 'URL':
      // Inside a link the link itself answers, so that its words and its address open the same.
      return node.parent?.name === 'Link' || node.parent?.name === 'Image' ? undefined : address(text(node));
    default:
      return undefined;
  }
}

/** What stands in the brackets of a link or picture. */
export function wordsOf(state: EditorState, node: SyntaxNode): string {
  const [open, close] = node.getChildren('LinkMark');
  return open === undefined || close === undefined ? '' : state.sliceDoc(open.to, close.from);
}

function address(written: string): Reference | null {
  const target = safeTarget(written.replace(/^<|>$/g, ''));
  return target === null ? null : { kind: 'address', target };
}

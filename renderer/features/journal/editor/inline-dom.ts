import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

/** Marks that are not words; a link's address among them. */
const MARKS = /^(?:EmphasisMark|StrikethroughMark|CodeMark|LinkMark|WikiLinkMark|LinkTitle|URL)$/;
const LOOKS: Readonly<Record<string, string>> = {
  StrongEmphasis: 'cm-strong',
  Emphasis: 'cm-emphasis',
  Strikethrough: 'cm-strike',
  InlineCode: 'cm-inline-code',
  Link: 'cm-link',
  WikiLink: 'cm-link',
  Autolink: 'cm-link',
  Hashtag: 'cm-hashtag',
  Mention: 'cm-mention',
};

/** Appends the words of a node to an element as they read: marks left out, their looks on. Nothing is made from HTML. */
export function appendInline(into: HTMLElement, state: EditorState, node: SyntaxNode): void {
  let at = node.from;
  const addText = (to: number): void => {
    if (to > at) into.append(state.sliceDoc(at, to));
  };
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    const isAddress = child.name === 'URL' && node.name !== 'Link' && node.name !== 'Image';
    if (!isAddress && MARKS.test(child.name)) {
      addText(child.from);
    } else if (child.name === 'Escape') {
      addText(child.from);
      into.append(state.sliceDoc(child.from + 1, child.to));
    } else {
      addText(child.from);
      const span = document.createElement('span');
      const look = isAddress ? 'cm-link' : LOOKS[child.name];
      if (look !== undefined) span.className = look;
      appendInline(span, state, child);
      into.append(span);
    }
    at = child.to;
  }
  addText(node.to);
}

import { ATTACHMENT_PATH, PICTURE_TYPES } from '#contract/attachments';
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';

import { FileWidget, PictureWidget } from './file-widgets.ts';
import { wordsOf } from './link-target.ts';
import { readItemStart } from './list-items.ts';
import { drawnLevel } from './preview-sketch.ts';
import type { PreviewSketch } from './preview-sketch.ts';
import { BulletWidget, CheckboxWidget, ImageWidget, LanguageWidget } from './preview-widgets.ts';

/** What drawing a piece of the tree depends on besides the tree. */
export interface PreviewScene {
  readonly state: EditorState;
  readonly sketch: PreviewSketch;
  /** Whether the cursor is on the line of this position, so that its marks are shown. */
  readonly isActive: (pos: number) => boolean;
  /** Whether the selection is on a line of this block. */
  readonly isTouched: (from: number, to: number) => boolean;
  /** Whether the cursor is within this stretch, its end left out. */
  readonly holdsCursor: (from: number, to: number) => boolean;
  readonly toggleTask: (view: EditorView, pos: number) => void;
}

type Draw = (node: SyntaxNodeRef, scene: PreviewScene) => boolean | undefined;

const syntax = 'cm-syntax';

/** Draws one node of the syntax tree; false means that its children are drawn with it. */
export function drawNode(node: SyntaxNodeRef, scene: PreviewScene): boolean | undefined {
  return drawers[node.name]?.(node, scene);
}

const drawers: Readonly<Record<string, Draw>> = {
  ATXHeading1: heading,
  ATXHeading2: heading,
  ATXHeading3: heading,
  ATXHeading4: heading,
  ATXHeading5: heading,
  ATXHeading6: heading,
  SetextHeading1: heading,
  SetextHeading2: heading,
  HeaderMark: headerMark,
  StrongEmphasis: styled('cm-strong'),
  Emphasis: styled('cm-emphasis'),
  Strikethrough: (node, scene) => void scene.sketch.style(node.from + 2, node.to - 2, 'cm-strike'),
  InlineCode: styled('cm-inline-code'),
  EmphasisMark: mark,
  StrikethroughMark: mark,
  CodeMark: codeMark,
  CodeInfo: codeInfo,
  FencedCode: codeBlock,
  CodeBlock: codeBlock,
  HTMLBlock: plainBlock,
  CommentBlock: plainBlock,
  HTMLTag: styled('cm-html'),
  Comment: styled('cm-html'),
  Escape: (node, scene) => hideOrShow(scene, node.from, node.from + 1),
  Blockquote: (node, scene) => void scene.sketch.quote(node.from, node.to),
  QuoteMark: quoteMark,
  ListItem: listItem,
  Table: (node, scene) => void scene.sketch.lines(node.from, node.to, 'cm-table'),
  TableHeader: styled('cm-strong'),
  TableDelimiter: styled(syntax),
  HorizontalRule: rule,
  Link: link,
  LinkReference: linkReference,
  Footnote: styled('cm-footnote'),
  Autolink: autolink,
  URL: bareAddress,
  Image: image,
  WikiLink: wikiLink,
  Hashtag: styled('cm-hashtag'),
  Mention: styled('cm-mention'),
};

function styled(className: string): Draw {
  return (node, scene) => void scene.sketch.style(node.from, node.to, className);
}

function hideOrShow(scene: PreviewScene, from: number, to: number): undefined {
  if (scene.isActive(from)) scene.sketch.style(from, to, syntax);
  else scene.sketch.hide(from, to);
}

function mark(node: SyntaxNodeRef, scene: PreviewScene): undefined {
  hideOrShow(scene, node.from, node.to);
}

function heading(node: SyntaxNodeRef, scene: PreviewScene): undefined {
  const level = Math.min(3, Number(node.name.at(-1)));
  scene.sketch.lines(node.from, node.to, `cm-heading-${level}`);
}

function headerMark(node: SyntaxNodeRef, scene: PreviewScene): undefined {
  const { state, sketch } = scene;
  const line = state.doc.lineAt(node.from);
  const isOpening = node.node.parent?.name.startsWith('ATX') === true && node.node.prevSibling === null;
  if (!isOpening) {
    sketch.style(node.from, node.to, syntax);
    return;
  }
  const to = Math.min(line.to, node.to + 1);
  if (scene.isActive(node.from)) sketch.style(node.from, to, `cm-heading-mark cm-heading-mark-${node.to - node.from}`);
  else sketch.hide(node.from, to);
}

function codeMark(node: SyntaxNodeRef, scene: PreviewScene): undefined {
  const parent = node.node.parent;
  if (parent?.name === 'InlineCode') hideOrShow(scene, node.from, node.to);
  else if (parent?.name === 'FencedCode' && scene.isTouched(parent.from, parent.to))
    scene.sketch.style(node.from, node.to, syntax);
}

/** Fences are shown while the cursor is within; else the language stands where the first one was. */
function codeBlock(node: SyntaxNodeRef, scene: PreviewScene): undefined {
  const { state, sketch } = scene;
  sketch.lines(node.from, node.to, 'cm-code', { first: 'cm-code-first', last: 'cm-code-last' });
  if (node.name !== 'FencedCode' || scene.isTouched(node.from, node.to)) return;
  const [open, ...others] = node.node.getChildren('CodeMark');
  const close = others.at(-1);
  if (open === undefined || state.doc.lineAt(node.from).to >= node.to) return;
  const info = node.node.getChild('CodeInfo');
  const language = info === null ? '' : state.sliceDoc(info.from, info.to).split(/\s/, 1)[0]!;
  sketch.replace(open.from, state.doc.lineAt(open.from).to, new LanguageWidget(language));
  sketch.lines(open.from, open.from, 'cm-code-fence');
  if (close !== undefined && close.from > open.from) {
    sketch.hide(close.from, close.to);
    sketch.lines(close.from, close.from, 'cm-code-fence');
  }
}

function codeInfo(node: SyntaxNodeRef, scene: PreviewScene): undefined {
  const parent = node.node.parent;
  if (parent !== null && scene.isTouched(parent.from, parent.to)) scene.sketch.style(node.from, node.to, syntax);
}

/** `[^1]: words` is a footnote, not an address with a name. */
function linkReference(node: SyntaxNodeRef, scene: PreviewScene): false | undefined {
  const label = node.node.getChild('LinkLabel');
  if (label === null || !scene.state.sliceDoc(label.from, label.to).startsWith('[^')) {
    scene.sketch.style(node.from, node.to, syntax);
    return undefined;
  }
  scene.sketch.style(label.from, label.to, 'cm-footnote');
  return false;
}

function plainBlock(node: SyntaxNodeRef, scene: PreviewScene): false {
  scene.sketch.style(node.from, node.to, 'cm-html');
  return false;
}

function quoteMark(node: SyntaxNodeRef, scene: PreviewScene): undefined {
  const line = scene.state.doc.lineAt(node.from);
  const after = line.text.charAt(node.to - line.from) === ' ' ? node.to + 1 : node.to;
  hideOrShow(scene, node.from, after);
}

function rule(node: SyntaxNodeRef, scene: PreviewScene): undefined {
  if (scene.isActive(node.from)) {
    scene.sketch.style(node.from, node.to, syntax);
    return;
  }
  scene.sketch.lines(node.from, node.to, 'cm-rule');
  scene.sketch.hide(node.from, node.to);
}

function listItem(node: SyntaxNodeRef, scene: PreviewScene): undefined {
  const { state, sketch } = scene;
  const start = readItemStart(state, node.node);
  if (start === null) return;
  const level = drawnLevel(listDepth(node.node));
  sketch.indent(node.from, node.to, level);
  drawIndentation(node, scene, level);
  sketch.lines(start.line.from, start.line.from, 'cm-hanging');
  if (start.task?.isDone === true) sketch.lines(start.line.from, start.line.from, 'cm-done');
  if (scene.holdsCursor(start.from, start.contentFrom) || start.isOrdered) {
    const look = start.isOrdered ? 'cm-number' : syntax;
    sketch.style(start.from, start.contentFrom, `cm-list-prefix cm-level-${level} ${look}`);
  } else if (start.task === undefined) {
    sketch.replace(start.from, start.contentFrom, new BulletWidget(level));
  } else {
    const box = new CheckboxWidget(level, start.task.isDone, state.readOnly, scene.toggleTask);
    sketch.replace(start.from, start.contentFrom, box);
  }
}

/** Further lines of an item: their indentation is as wide as the item's marker. */
function drawIndentation(item: SyntaxNodeRef, { state, sketch }: PreviewScene, level: number): void {
  for (let child = item.node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name !== 'Paragraph' && child.name !== 'Task') continue;
    sketch.eachVisibleLine(child.from, child.to, (from) => {
      if (from <= item.from) return;
      const line = state.doc.lineAt(from);
      const blank = /^[ \t]+/.exec(line.text)?.[0].length ?? 0;
      if (blank === 0 || blank === line.length) return;
      sketch.lines(from, from, 'cm-hanging');
      sketch.style(from, from + blank, `cm-list-prefix cm-level-${level}`);
    });
  }
}

function listDepth(item: SyntaxNode): number {
  let depth = 0;
  for (let node: SyntaxNode | null = item; node !== null; node = node.parent) if (node.name === 'ListItem') depth += 1;
  return depth;
}

function link(node: SyntaxNodeRef, scene: PreviewScene): false | undefined {
  const marks = node.node.getChildren('LinkMark');
  const [open, close] = marks;
  const hasTarget = node.node.getChild('URL') !== null || node.node.getChild('LinkLabel') !== null;
  // `[sic]` is read as a link without a target; it is only brackets.
  if (open === undefined || close === undefined || !hasTarget) return undefined;
  const { sketch, state } = scene;
  const url = node.node.getChild('URL');
  const path = url === null ? '' : state.sliceDoc(url.from, url.to);
  if (ATTACHMENT_PATH.test(path) && !scene.isActive(node.from)) {
    sketch.replace(node.from, node.to, new FileWidget(path, wordsOf(state, node.node)));
    return false;
  }
  sketch.style(open.to, close.from, 'cm-link');
  if (open.to === close.from || scene.isActive(node.from)) {
    sketch.style(open.from, open.to, syntax);
    sketch.style(close.from, node.to, syntax);
  } else {
    sketch.hide(open.from, open.to);
    sketch.hide(close.from, node.to);
  }
  return undefined;
}

function autolink(node: SyntaxNodeRef, scene: PreviewScene): undefined {
  for (const linkMark of node.node.getChildren('LinkMark')) hideOrShow(scene, linkMark.from, linkMark.to);
}

function bareAddress(node: SyntaxNodeRef, scene: PreviewScene): undefined {
  const parent = node.node.parent?.name;
  if (parent !== 'Link' && parent !== 'Image' && parent !== 'LinkReference') {
    scene.sketch.style(node.from, node.to, 'cm-link');
  }
}

function image(node: SyntaxNodeRef, scene: PreviewScene): boolean | undefined {
  const { state, sketch } = scene;
  const url = node.node.getChild('URL');
  if (url === null) return undefined;
  const path = state.sliceDoc(url.from, url.to);
  const words = wordsOf(state, node.node);
  const file = ATTACHMENT_PATH.exec(path);
  const isOwn = file !== null && PICTURE_TYPES[file[2]!] !== undefined;
  const widget = isOwn
    ? new PictureWidget(path, words)
    : file === null
      ? new ImageWidget(words)
      : new FileWidget(path, words);
  if (!scene.isActive(node.from)) {
    sketch.replace(node.from, node.to, widget);
    return false;
  }
  sketch.style(node.from, node.to, syntax);
  // The picture stays while its words are edited: the text would jump by its height at every visit.
  if (isOwn) sketch.append(node.to, widget);
  return undefined;
}

function wikiLink(node: SyntaxNodeRef, scene: PreviewScene): false {
  const target = node.node.getChild('WikiLinkTarget');
  const marks = node.node.getChildren('WikiLinkMark');
  const [open, close] = [marks[0], marks.at(-1)];
  if (target === null || open === undefined || close === undefined) return false;
  const wordsFrom = marks.length > 2 ? target.to + 1 : target.from;
  hideOrShow(scene, open.from, wordsFrom);
  scene.sketch.style(wordsFrom, close.from, 'cm-link');
  hideOrShow(scene, close.from, close.to);
  return false;
}

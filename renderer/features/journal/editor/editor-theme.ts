import { EditorView } from '@codemirror/view';
import type { Extension } from '@codemirror/state';

import { deepestLevel } from './preview-widgets.ts';

const mono = "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace";
/** One level of a list: a box of 16 and the gap to its words, as in the design. */
const levelWidth = 28;

const levels = Object.fromEntries(
  Array.from({ length: deepestLevel }, (_, index) => [
    `.cm-level-${index + 1}`,
    { '--level': `${(index + 1) * levelWidth}px` },
  ]),
);

const quotes = Object.fromEntries(
  [1, 2, 3].map((depth) => [
    `.cm-quote-${depth}`,
    {
      '--quote': `${depth * 20}px`,
      backgroundImage: Array.from(
        { length: depth },
        () => 'linear-gradient(var(--hairline-2), var(--hairline-2))',
      ).join(', '),
      backgroundSize: '2px 100%',
      backgroundRepeat: 'no-repeat',
      backgroundPosition: Array.from({ length: depth }, (_, index) => `${index * 20}px 0`).join(', '),
    },
  ]),
);

/**
 * How the page looks: the user's words in the book face, the app's marks one step quieter. Heading marks hang in the
 * margin, so the place around the editor leaves at least 40 px at its left.
 */
export const editorTheme: Extension = EditorView.theme({
  '&': {
    color: 'var(--ink)',
    maxWidth: 'var(--measure)',
    font: 'var(--t-read) var(--book)',
    fontOpticalSizing: 'auto',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { overflow: 'visible', fontFamily: 'inherit', lineHeight: 'inherit' },
  '.cm-content': {
    padding: '0',
    caretColor: 'var(--accent)',
    fontFamily: 'inherit',
    lineHeight: 'inherit',
    tabSize: '4',
  },
  '.cm-placeholder': { color: 'var(--ink-3)' },
  '.cm-line': {
    padding: '0',
    paddingInlineStart: 'calc(var(--quote, 0px) + var(--level, 0px))',
    overflowWrap: 'anywhere',
  },
  '.cm-blank': { lineHeight: '24px' },
  '.cm-syntax': { color: 'var(--ink-off)', fontWeight: '400', fontStyle: 'normal', textDecoration: 'none' },

  '.cm-heading-1': {
    font: 'var(--t-28) var(--book)',
    fontWeight: '500',
    letterSpacing: '-0.012em',
    paddingTop: '12px',
  },
  '.cm-heading-2': { font: 'var(--t-20) var(--book)', fontWeight: '600', paddingTop: '8px', paddingBottom: '4px' },
  '.cm-heading-3': { font: 'var(--t-20) var(--book)', fontWeight: '600', fontStyle: 'italic', paddingBottom: '4px' },
  '.cm-heading-mark': {
    display: 'inline-block',
    width: '40px',
    marginInlineStart: '-40px',
    paddingInlineEnd: '4px',
    boxSizing: 'border-box',
    direction: 'inherit',
    textAlign: 'end',
    whiteSpace: 'nowrap',
    color: 'var(--ink-3)',
    font: 'var(--t-13) var(--sans)',
    // A mark that comes and goes must not make its line taller.
    lineHeight: '1',
    fontStyle: 'normal',
    letterSpacing: 'normal',
  },
  '.cm-heading-mark-4, .cm-heading-mark-5, .cm-heading-mark-6': { fontSize: '10px', letterSpacing: '-1px' },

  '.cm-strong': { fontWeight: '650' },
  '.cm-emphasis': { fontStyle: 'italic' },
  '.cm-strike': { textDecoration: 'line-through', color: 'var(--ink-2)' },
  '.cm-inline-code': {
    font: `0.8em ${mono}`,
    padding: '2px 4px',
    borderRadius: 'var(--radius-s)',
    background: 'var(--bg-press)',
  },
  '.cm-link': {
    textDecoration: 'underline',
    textDecorationColor: 'var(--accent)',
    textDecorationThickness: '1px',
    textUnderlineOffset: '4px',
  },
  '.cm-hashtag, .cm-mention': { color: 'var(--accent)' },
  '.cm-mention': { fontWeight: '500' },

  '.cm-code': {
    font: `14px/24px ${mono}`,
    padding: '0 12px',
    paddingInlineStart: 'calc(12px + var(--quote, 0px) + var(--level, 0px))',
    background: 'var(--bg-press)',
  },
  '.cm-code-first': {
    borderStartStartRadius: 'var(--radius)',
    borderStartEndRadius: 'var(--radius)',
    paddingTop: '4px',
  },
  '.cm-code-last': { borderEndStartRadius: 'var(--radius)', borderEndEndRadius: 'var(--radius)', paddingBottom: '4px' },
  '.cm-code-fence': { lineHeight: '12px' },
  '.cm-code-first.cm-code-fence': { paddingTop: '0', lineHeight: '20px' },
  '.cm-code-last.cm-code-fence': { paddingBottom: '0' },
  '.cm-code-language': {
    display: 'inline-block',
    width: '100%',
    textAlign: 'end',
    color: 'var(--ink-3)',
    font: '12px/20px var(--sans)',
    userSelect: 'none',
  },
  // What is written as HTML stays words that somebody wrote, and readable.
  '.cm-html': { color: 'var(--ink-3)' },
  '.cm-footnote': { color: 'var(--accent)', fontSize: '0.75em', verticalAlign: '0.35em' },
  '.cm-table-frame': { overflowX: 'auto', padding: '8px 0', cursor: 'text' },
  '.cm-table-frame table': { borderCollapse: 'collapse', font: 'var(--t-14) var(--sans)', minWidth: '40%' },
  '.cm-table-frame th, .cm-table-frame td': {
    padding: '6px 12px',
    minWidth: '40px',
    height: '20px',
    borderBottom: '1px solid var(--hairline)',
    textAlign: 'start',
    verticalAlign: 'top',
  },
  '.cm-table-frame th': { color: 'var(--ink-2)', fontWeight: '600', borderBottomColor: 'var(--hairline-2)' },
  '.cm-table-frame .cm-align-center': { textAlign: 'center' },
  '.cm-table-frame .cm-align-end': { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  '.cm-table': { font: `14px/24px ${mono}` },
  '.cm-rule': {
    backgroundImage: 'linear-gradient(var(--hairline-2), var(--hairline-2))',
    backgroundSize: '100% 1px',
    backgroundPosition: '0 50%',
    backgroundRepeat: 'no-repeat',
  },
  '.cm-quote': { color: 'var(--ink-2)' },
  '.cm-quote:dir(rtl)': { backgroundPositionX: 'right' },

  '.cm-hanging': { textIndent: 'calc(-1 * var(--level))' },
  '.cm-list-prefix': {
    display: 'inline-block',
    minWidth: 'var(--level)',
    boxSizing: 'border-box',
    textIndent: '0',
    textAlign: 'end',
    whiteSpace: 'pre',
    fontWeight: '400',
  },
  '.cm-number': { color: 'var(--ink-3)', fontVariantNumeric: 'tabular-nums' },
  '.cm-bullet': { color: 'var(--ink-3)', paddingInlineEnd: '12px' },
  '.cm-checkbox': {
    position: 'relative',
    display: 'inline-block',
    width: '16px',
    height: '16px',
    marginInlineEnd: '12px',
    verticalAlign: '-2px',
    boxSizing: 'border-box',
    border: '1.5px solid var(--ink-off)',
    borderRadius: '50%',
    cursor: 'pointer',
  },
  // The target is 28 wide where the drawing is 16.
  '.cm-checkbox::before': { content: '""', position: 'absolute', inset: '-7.5px' },
  '.cm-checkbox[aria-disabled]': { cursor: 'default' },
  '.cm-checkbox[aria-checked=true]': { borderColor: 'var(--accent)', background: 'var(--accent)' },
  '.cm-checkbox[aria-checked=true]::after': {
    content: '""',
    position: 'absolute',
    left: '4px',
    top: '1.5px',
    width: '3.5px',
    height: '6.5px',
    border: 'solid var(--accent-ink)',
    borderWidth: '0 1.5px 1.5px 0',
    transform: 'rotate(42deg)',
  },
  '.cm-done': { color: 'var(--ink-3)' },
  '.cm-image-chip': {
    display: 'inline-block',
    maxWidth: '100%',
    padding: '0 8px',
    borderRadius: 'var(--radius-m)',
    boxShadow: 'inset 0 0 0 1px var(--hairline-2)',
    color: 'var(--ink-2)',
    font: '500 12px/24px var(--sans)',
    verticalAlign: '2px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },

  '.cm-picture': { display: 'inline-block', maxWidth: '100%', verticalAlign: 'top', cursor: 'zoom-in' },
  '.cm-picture img': {
    display: 'block',
    maxWidth: '100%',
    maxHeight: '420px',
    width: 'auto',
    height: 'auto',
    minHeight: '24px',
    margin: '4px 0',
    borderRadius: 'var(--radius)',
    background: 'var(--bg-press)',
  },
  '.cm-picture-gone, .cm-file-chip': {
    display: 'inline-flex',
    alignItems: 'baseline',
    gap: '8px',
    maxWidth: '100%',
    padding: '0 8px',
    borderRadius: 'var(--radius-m)',
    boxShadow: 'inset 0 0 0 1px var(--hairline-2)',
    color: 'var(--ink-2)',
    font: '500 12px/24px var(--sans)',
    verticalAlign: '2px',
    cursor: 'pointer',
  },
  '.cm-picture-gone': { cursor: 'default', color: 'var(--ink-3)' },
  '.cm-file-name': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', color: 'var(--ink)' },
  '.cm-file-size': { color: 'var(--ink-3)', fontWeight: '400', whiteSpace: 'nowrap' },
  '.cm-file-size:empty': { display: 'none' },

  '.cm-found': {
    borderRadius: '2px',
    background: 'color-mix(in oklab, var(--cal-amber) 40%, transparent)',
    // Whatever colour the words have: links and done things would be too faint on the mark.
    color: 'var(--ink)',
  },
  '.cm-found-here': { outline: '2px solid var(--accent)' },

  '.cm-insight': {
    boxShadow: 'inset 0 -1.5px 0 color-mix(in oklab, var(--c) 55%, transparent)',
    padding: '2px 0',
    borderRadius: '3px',
    WebkitBoxDecorationBreak: 'clone',
    boxDecorationBreak: 'clone',
    cursor: 'pointer',
  },
  '.cm-insight-selected': { background: 'var(--c-bg)', boxShadow: 'inset 0 -1.5px 0 var(--c)' },

  '.cm-tooltip.cm-tooltip-autocomplete': {
    zIndex: 'var(--z-float)',
    padding: '4px',
    border: 'none',
    borderRadius: 'var(--radius)',
    background: 'var(--bg-raised)',
    boxShadow: 'var(--shadow-2)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { maxHeight: '252px', font: 'var(--t-13) var(--sans)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    padding: '4px 8px',
    borderRadius: 'var(--radius-m)',
    color: 'var(--ink-2)',
    lineHeight: '20px',
  },
  '.cm-completionDetail': { float: 'right', marginLeft: 'var(--s4)', color: 'var(--ink-3)', fontStyle: 'normal' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--accent-soft)',
    color: 'var(--ink)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete .cm-completionDetail': {
    color: 'var(--ink-3)',
    fontStyle: 'normal',
    marginInlineStart: '12px',
  },
  ...levels,
  ...quotes,
});

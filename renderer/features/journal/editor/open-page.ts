import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

import type { MarkdownEditorHandle, MarkdownEditorProps } from './editor-props.ts';
import { adoptText, adopted } from './adopt-text.ts';
import { changeSettings, createPage, pageSeparator } from './editor-state.ts';
import type { PageSettings } from './editor-state.ts';
import { attachFiles, chooseFiles } from './attach-files.ts';
import { find, matchFrom, replaceMatches, showMatch } from './find.ts';
import { fitMarks } from './fit-marks.ts';
import { findMark, showMarks } from './insight-marks.ts';
import type { InsightMark } from './insight-marks.ts';
import { positionOf } from './line-breaks.ts';
import type { Reference } from './link-target.ts';
import { PauseReporter } from './pause-reporter.ts';

/** A page on the screen. */
export interface OpenPage extends MarkdownEditorHandle {
  configure(settings: PageSettings): void;
  /** Takes over what the text became elsewhere, with cursor and focus kept; words typed meanwhile stay. */
  adopt(text: string): void;
  placeMarks(marks: readonly InsightMark[], foundIn: string | undefined): void;
  /** Reports what is unreported and takes the page off the screen. */
  close(): void;
}

/** Puts a page into `parent`; `current` gives the callbacks of the moment. */
export function openPage(parent: HTMLElement, current: () => MarkdownEditorProps): OpenPage {
  const { value, readOnly = false, placeholder = '', ariaLabel, autoFocus = false } = current();
  /** What the outside takes for the text of the page. */
  let known = value;
  const reporter = new PauseReporter(() => current().onChange((known = view.state.sliceDoc())));
  const flush = (): void => reporter.flush();
  let layoutFrame = 0;
  let marksFoundIn: string | undefined;

  const state = createPage(
    value,
    { isReadOnly: readOnly, placeholder, ariaLabel },
    {
      onOpen: (reference) => openReference(current(), reference),
      files: () => current().files,
      onToggle(task) {
        flush();
        current().onToggleTask?.(task);
      },
      onMarkClick: (id) => current().onMarkClick?.(id),
      completions: () => current().completions,
      slashItems: () => current().slashItems ?? [],
      onUpdate(update) {
        const isTyped = update.transactions.some((one) => one.docChanged && one.annotation(adopted) !== true);
        if (update.docChanged && isTyped) reporter.touch();
        if (update.geometryChanged && layoutFrame === 0) {
          layoutFrame = requestAnimationFrame(() => {
            layoutFrame = 0;
            current().onLayoutChange?.();
          });
        }
        if (update.focusChanged && !update.view.hasFocus) {
          flush();
          current().onBlur?.();
        }
      },
    },
  );
  const view = new EditorView({ state, parent });
  // A window that is closed or hidden may never run its timers again. Capturing goes before those who save what is flushed.
  // What is sent only when the page is hidden may not arrive: the window is torn down at once.
  window.addEventListener('beforeunload', flush, { capture: true });
  window.addEventListener('pagehide', flush, { capture: true });
  document.addEventListener('visibilitychange', flush, { capture: true });
  if (autoFocus) view.focus();

  return {
    focus: () => view.focus(),
    getText: () => view.state.sliceDoc(),
    attach: (files) => attachFiles(view, files, view.state.selection.main, current().files),
    chooseFiles: () => void chooseFiles(view),
    selectedText: () => selectedText(view),
    find: (query) => find(view, query),
    showMatch: (index) => showMatch(view, index),
    matchFrom: () => matchFrom(view),
    replaceMatches: (index, text) => replaceMatches(view, index, text),
    reveal: (from, to) => reveal(view, from, to),
    markTop: (id) => markTop(view, id),
    configure: (settings) => changeSettings(view, settings),
    adopt(text) {
      if (text === known) return;
      const change = adoptText(view.state, known, text);
      if (change === null) {
        flush();
        return;
      }
      known = text;
      view.dispatch(change);
    },
    placeMarks(marks, foundIn) {
      const isSameReading = foundIn !== undefined && foundIn === marksFoundIn;
      marksFoundIn = foundIn;
      placeMarks(view, marks, foundIn, isSameReading);
    },
    close() {
      flush();
      window.removeEventListener('beforeunload', flush, { capture: true });
      window.removeEventListener('pagehide', flush, { capture: true });
      document.removeEventListener('visibilitychange', flush, { capture: true });
      cancelAnimationFrame(layoutFrame);
      view.destroy();
    },
  };
}

function openReference(props: MarkdownEditorProps, reference: Reference): void {
  if (reference.kind === 'address') props.onOpenLink?.(reference.target);
  else if (reference.kind === 'file') props.files?.open(reference.path, reference.words);
  else props.onOpenReference?.(reference.kind, reference.name);
}

/** Marks of the reading that is shown already (another one is selected, say) stay where the edits have carried them. */
function placeMarks(
  view: EditorView,
  marks: readonly InsightMark[],
  foundIn: string | undefined,
  isSameReading: boolean,
): void {
  const { doc } = view.state;
  const separator = pageSeparator(view.state);
  const placed: InsightMark[] = [];
  const unplaced: InsightMark[] = [];
  for (const mark of marks) {
    const shown = isSameReading ? findMark(view, mark.id) : null;
    if (shown === null) unplaced.push(mark);
    else placed.push({ ...mark, ...shown });
  }
  if (unplaced.length > 0) {
    const text = view.state.sliceDoc();
    for (const mark of fitMarks(unplaced, foundIn ?? text, text)) {
      placed.push({ ...mark, from: positionOf(doc, separator, mark.from), to: positionOf(doc, separator, mark.to) });
    }
  }
  showMarks(view, placed);
}

function reveal(view: EditorView, from: number, to: number): void {
  const separator = pageSeparator(view.state);
  const range = EditorSelection.range(
    positionOf(view.state.doc, separator, from),
    positionOf(view.state.doc, separator, to),
  );
  view.dispatch({
    selection: EditorSelection.single(range.anchor, range.head),
    effects: EditorView.scrollIntoView(range, { y: 'center' }),
  });
  view.focus();
}

function selectedText({ state }: EditorView): string {
  const { from, to } = state.selection.main;
  return to <= state.doc.lineAt(from).to ? state.sliceDoc(from, to) : '';
}

function markTop(view: EditorView, id: string): number | null {
  const mark = findMark(view, id);
  if (mark === null) return null;
  // Out of view there is no drawn line to measure: CodeMirror's estimate of where it will be.
  const drawn = view.coordsAtPos(mark.from, 1);
  if (drawn === null) return view.documentPadding.top + view.lineBlockAt(mark.from).top;
  return drawn.top - view.dom.getBoundingClientRect().top;
}

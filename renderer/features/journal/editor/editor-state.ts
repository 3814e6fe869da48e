import { history } from '@codemirror/commands';
import { Compartment, EditorState } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { EditorView, placeholder } from '@codemirror/view';
import type { ViewUpdate } from '@codemirror/view';

import { nameCompletion } from './completions.ts';
import type { Completions } from './completions.ts';
import { editorKeys } from './editor-keys.ts';
import type { EditorReports } from './editor-keys.ts';
import { droppedFiles, filesOnPage } from './attach-files.ts';
import type { EditorFiles } from './files.ts';
import { editorTheme } from './editor-theme.ts';
import { findMarks } from './find.ts';
import { insightMarks } from './insight-marks.ts';
import { separatorOf, withSeparator } from './line-breaks.ts';
import type { LineSeparator } from './line-breaks.ts';
import { livePreview } from './live-preview.ts';
import { journalLanguage } from './markdown-language.ts';
import type { SlashItem } from './slash-menu.ts';
import { tableView } from './table-view.ts';

/** What a page is told from outside and may change while it is open. */
export interface PageSettings {
  readonly isReadOnly: boolean;
  readonly placeholder: string;
  readonly ariaLabel: string;
}

/** What a page reports. */
interface PageReports extends EditorReports {
  readonly onMarkClick: (id: string) => void;
  readonly files: () => EditorFiles | undefined;
  readonly slashItems: () => readonly SlashItem[];
  readonly completions: () => Completions | undefined;
  readonly onUpdate: (update: ViewUpdate) => void;
}

const settingsSlot = new Compartment();

/** A fresh page with its own undo history. The text comes back from `sliceDoc()` exactly as it went in. */
export function createPage(text: string, settings: PageSettings, reports: PageReports): EditorState {
  const separator = separatorOf(text);
  return EditorState.create({
    doc: text,
    extensions: [
      EditorState.lineSeparator.of(separator),
      EditorView.clipboardInputFilter.of((pasted) => withSeparator(pasted, separator)),
      settingsSlot.of(settingsExtension(settings)),
      history(),
      journalLanguage,
      nameCompletion(reports.completions, reports.slashItems),
      filesOnPage.of(reports.files),
      droppedFiles,
      editorKeys(reports),
      livePreview(reports.onToggle),
      tableView,
      findMarks,
      insightMarks(reports.onMarkClick),
      EditorView.updateListener.of(reports.onUpdate),
      EditorView.lineWrapping,
      editorTheme,
    ],
  });
}

/** The separator the page's text is joined with. */
export function pageSeparator(state: EditorState): LineSeparator {
  const separator = state.facet(EditorState.lineSeparator);
  return separator === '\r\n' || separator === '\r' ? separator : '\n';
}

/** Applies settings that changed while the page is open. */
export function changeSettings(view: EditorView, settings: PageSettings): void {
  view.dispatch({ effects: settingsSlot.reconfigure(settingsExtension(settings)) });
}

function settingsExtension({ isReadOnly, placeholder: words, ariaLabel }: PageSettings): Extension {
  return [
    EditorState.readOnly.of(isReadOnly),
    EditorView.editable.of(!isReadOnly),
    words === '' ? [] : placeholder(words),
    EditorView.contentAttributes.of({
      'aria-label': ariaLabel,
      spellcheck: 'true',
      autocorrect: 'on',
      autocapitalize: 'sentences',
      // What can't be edited can still be reached, read and selected.
      ...(isReadOnly && { tabindex: '0', 'aria-readonly': 'true' }),
    }),
  ];
}

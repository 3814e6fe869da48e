import { closeCompletion, completionStatus } from '@codemirror/autocomplete';
import { historyKeymap, standardKeymap } from '@codemirror/commands';
import { deleteMarkupBackward } from '@codemirror/lang-markdown';
import { syntaxTree } from '@codemirror/language';
import { Prec } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import type { KeyBinding } from '@codemirror/view';

import { chooseFiles } from './attach-files.ts';
import { markdownFromHtml } from './html-to-markdown.ts';
import { fenceCode, setHeading, toggleList, toggleQuote } from './line-commands.ts';
import { referenceAt } from './link-target.ts';
import type { Reference } from './link-target.ts';
import { breakLine, contentStart, indentItem, outdentItem } from './list-commands.ts';
import { toggleTasks } from './task-commands.ts';
import type { ToggledTask } from './task-commands.ts';
import { nextCell, nextRow, previousCell } from './table-commands.ts';
import {
  insertLink,
  linkFromPaste,
  toggleEmphasis,
  toggleInlineCode,
  toggleStrike,
  toggleStrong,
} from './writing-commands.ts';

/** What the keys and the mouse tell the outside. */
export interface EditorReports {
  readonly onOpen: (reference: Reference) => void;
  readonly onToggle: (task: ToggledTask) => void;
}

/**
 * The keys of the page. They leave alone what belongs to the app (Mod+K above all): only CodeMirror's standard keys are
 * bound beside these. Tab is a key of lists only and Escape leaves the page, so nobody is caught in it.
 */
export function editorKeys({ onOpen, onToggle }: EditorReports): Extension {
  const open = (view: EditorView, pos: number): boolean => {
    const reference = referenceAt(view.state, pos);
    if (reference !== null) onOpen(reference);
    return reference !== null;
  };
  const bindings: readonly KeyBinding[] = [
    { key: 'Enter', run: (view) => nextRow(view) || breakLine(view), shift: breakLine },
    { key: 'Backspace', run: deleteMarkupBackward },
    {
      key: 'Tab',
      run: (view) => nextCell(view) || indentItem(view),
      shift: (view) => previousCell(view) || outdentItem(view),
    },
    { key: 'Home', run: contentStart(false), shift: contentStart(true) },
    { mac: 'Cmd-ArrowLeft', run: contentStart(false), shift: contentStart(true) },
    { key: 'Mod-b', run: toggleStrong, preventDefault: true },
    { key: 'Mod-i', run: toggleEmphasis, preventDefault: true },
    { key: 'Mod-e', run: toggleInlineCode, preventDefault: true },
    { key: 'Mod-Shift-x', run: toggleStrike, preventDefault: true },
    { key: 'Mod-Shift-k', run: insertLink, preventDefault: true },
    ...[0, 1, 2, 3].map((level) => ({ key: `Mod-Alt-${level}`, run: setHeading(level), preventDefault: true })),
    { key: 'Mod-Shift-7', run: toggleList('number'), preventDefault: true },
    { key: 'Mod-Shift-8', run: toggleList('bullet'), preventDefault: true },
    { key: 'Mod-Shift-9', run: toggleList('task'), preventDefault: true },
    { key: 'Mod-Shift-.', run: toggleQuote, preventDefault: true },
    { key: 'Mod-Shift-e', run: fenceCode, preventDefault: true },
    { key: 'Mod-Shift-a', run: chooseFiles, preventDefault: true },
    // On a link it opens; elsewhere on a task's line it ticks the task.
    { key: 'Mod-Enter', run: (view) => open(view, view.state.selection.main.head) || toggleTasks(onToggle)(view) },
    { key: 'Escape', run: leave },
  ];
  return [
    // Below the completion list's own keys, above the standard ones.
    Prec.high(keymap.of(bindings)),
    keymap.of([...historyKeymap, ...standardKeymap]),
    EditorView.domEventHandlers({
      mousedown(event, view) {
        if (event.button !== 0 || !isOpening(event)) return false;
        const pos = view.posAtCoords({ x: event.clientX, y: event.clientY });
        if (pos === null || !open(view, pos)) return false;
        event.preventDefault();
        return true;
      },
      paste(event, view) {
        const pasted = event.clipboardData?.getData('text/plain') ?? '';
        const change = linkFromPaste(view.state, pasted);
        if (change === null) return pasteHtml(event, view);
        view.dispatch({
          changes: change,
          selection: { anchor: change.from + change.insert.length },
          userEvent: 'input.paste',
          scrollIntoView: true,
        });
        event.preventDefault();
        return true;
      },
    }),
  ];
}

/** What was copied from a page keeps its headings, links and lists; Shift with it pastes the words alone, as everywhere. */
function pasteHtml(event: ClipboardEvent, view: EditorView): boolean {
  const html = event.clipboardData?.getData('text/html') ?? '';
  if (html === '' || view.state.readOnly || isInCode(view)) return false;
  const text = markdownFromHtml(html);
  if (text === null) return false;
  const separator = view.state.lineBreak;
  view.dispatch(view.state.replaceSelection(view.state.toText(text.replaceAll('\n', separator))), {
    userEvent: 'input.paste',
    scrollIntoView: true,
  });
  event.preventDefault();
  return true;
}

function isInCode(view: EditorView): boolean {
  return /Code/.test(syntaxTree(view.state).resolveInner(view.state.selection.main.head, -1).name);
}

function isOpening(event: MouseEvent): boolean {
  return /^(Mac|iPhone|iPad)/.test(navigator.platform) ? event.metaKey : event.ctrlKey;
}

/** Names that are only being looked up are nothing one sees: the key is not theirs, and they do not come up afterwards. */
function leave(view: EditorView): boolean {
  if (completionStatus(view.state) === 'active') return false;
  closeCompletion(view);
  view.contentDOM.blur();
  return true;
}

import { isolateHistory } from '@codemirror/commands';
import { Facet, StateEffect, StateField } from '@codemirror/state';
import type { EditorState, Extension } from '@codemirror/state';
import { Decoration, EditorView, WidgetType } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';

import type { EditorFiles, KeptFile } from './files.ts';

/** The files of the page, asked for each time, so that the caller may replace them. */
export const filesOnPage = Facet.define<() => EditorFiles | undefined, () => EditorFiles | undefined>({
  combine: (all) => all[0] ?? (() => undefined),
});

/** Stands where a file is on its way to. */
class WaitingWidget extends WidgetType {
  readonly #name: string;

  constructor(name: string) {
    super();
    this.#name = name;
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('span');
    chip.className = 'cm-file-chip';
    chip.textContent = `Attaching ${this.#name}`;
    return chip;
  }
}

const startWaiting = StateEffect.define<{ readonly key: object; readonly at: number; readonly name: string }>();
const stopWaiting = StateEffect.define<object>();

/** Where files are on their way to; the places move with the words as one types on. */
const waitingField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(waiting, transaction) {
    let next = waiting.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(startWaiting)) {
        const { key, at, name } = effect.value;
        const place = Decoration.widget({ widget: new WaitingWidget(name), side: 1, key });
        next = next.update({ add: [place.range(at)] });
      } else if (effect.is(stopWaiting)) {
        next = next.update({ filter: (_from, _to, value) => value.spec['key'] !== effect.value });
      }
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function placeOf(state: EditorState, key: object): number | null {
  for (const cursor = state.field(waitingField).iter(); cursor.value !== null; cursor.next())
    if (cursor.value.spec['key'] === key) return cursor.from;
  return null;
}

/** Keeps files and writes links to them in place of `range`, in their order; one that is refused leaves the text as it was. */
export function attachFiles(
  view: EditorView,
  given: readonly File[],
  range: { readonly from: number; readonly to: number },
  files: EditorFiles | undefined,
): void {
  if (files === undefined || view.state.readOnly || given.length === 0) return;
  const keys = given.map(() => ({}));
  const places = given.map((file, at) => startWaiting.of({ key: keys[at]!, at: range.to, name: file.name }));
  view.dispatch({ effects: places });
  void (async () => {
    for (const [at, file] of given.entries()) {
      const kept = await files.keep(file);
      const place = placeOf(view.state, keys[at]!);
      const done = stopWaiting.of(keys[at]!);
      if (kept === null || place === null) view.dispatch({ effects: done });
      else view.dispatch({ ...insertLink(view.state, kept, place), effects: done });
    }
  })();
}

/** A picture gets a line of its own, a file stands in the sentence. */
function insertLink(state: EditorState, kept: KeptFile, at: number) {
  const line = state.doc.lineAt(at);
  const link = markdownOf(kept);
  const before = state.sliceDoc(line.from, at);
  const after = state.sliceDoc(at, line.to);
  const isAfterText = before.trim() !== '' && !/^\s*(?:[-*+>]|\d+[.)])(?: \[[ x]\])?\s*$/i.test(before);
  // Right below words a picture would belong to their paragraph or item.
  const isUnderText = before.trim() === '' && line.number > 1 && state.doc.line(line.number - 1).text.trim() !== '';
  const text = kept.isPicture
    ? `${'\n'.repeat(isAfterText ? 2 : isUnderText ? 1 : 0)}${link}\n`
    : `${isAfterText && !/\s$/.test(before) ? ' ' : ''}${link}${after !== '' && !/^\s/.test(after) ? ' ' : ''}`;
  const insert = state.toText(text.replaceAll('\n', state.lineBreak));
  return {
    changes: { from: at, insert },
    ...(state.selection.main.empty && state.selection.main.head === at
      ? { selection: { anchor: at + insert.length } }
      : {}),
    // One undo takes back one file, whatever was typed around it.
    annotations: isolateHistory.of('full'),
    userEvent: 'input.attach',
    scrollIntoView: true,
  };
}

/** `![name](path)` or `[name](path)`; the name of a file may hold what would end a link's words. */
export function markdownOf({ name, path, isPicture }: KeptFile): string {
  const words = (isPicture ? name.replace(/\.[a-z0-9]{1,8}$/i, '') : name).replaceAll(/[[\]\\]/g, '\\$&');
  // "image" is what a browser calls every picture that was copied.
  return isPicture ? `![${/^(?:image|clipboard|unnamed)$/i.test(words) ? '' : words}](${path})` : `[${words}](${path})`;
}

/** Files dropped on the page or pasted into it. What else is pasted beside a picture (its address) stays out. */
export const droppedFiles: Extension = [
  waitingField,
  EditorView.domEventHandlers({
    dragover(event) {
      if (!hasFiles(event.dataTransfer)) return false;
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      event.preventDefault();
      return true;
    },
    drop(event, view) {
      const given = [...(event.dataTransfer?.files ?? [])];
      if (given.length === 0) return false;
      event.preventDefault();
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.selection.main.head;
      view.focus();
      view.dispatch({ selection: { anchor: at } });
      attachFiles(view, given, { from: at, to: at }, view.state.facet(filesOnPage)());
      return true;
    },
    paste(event, view) {
      const given = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      // Spreadsheets and word processors put a picture of the words beside the words.
      if (given.length === 0 || text.trim() !== '') return false;
      event.preventDefault();
      attachFiles(view, given, view.state.selection.main, view.state.facet(filesOnPage)());
      return true;
    },
  }),
];

const hasFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') === true;

/** Asks for files with the system's own dialog and attaches them at the cursor. */
export function chooseFiles(view: EditorView): boolean {
  const files = view.state.facet(filesOnPage)();
  if (files === undefined || view.state.readOnly) return false;
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.addEventListener('change', () => {
    view.focus();
    attachFiles(view, [...(input.files ?? [])], view.state.selection.main, files);
  });
  input.click();
  return true;
}

import { WidgetType } from '@codemirror/view';
import type { EditorView } from '@codemirror/view';

/** Deepest level of nesting that is drawn; what lies deeper is drawn there. */
export const deepestLevel = 6;

/** The dot before an item of a plain list. */
export class BulletWidget extends WidgetType {
  readonly #level: number;

  constructor(level: number) {
    super();
    this.#level = level;
  }

  override eq(other: BulletWidget): boolean {
    return other.#level === this.#level;
  }

  override toDOM(): HTMLElement {
    const marker = document.createElement('span');
    marker.className = `cm-list-prefix cm-bullet cm-level-${this.#level}`;
    marker.textContent = '•';
    return marker;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

/** The box of a task: pressed with the mouse here, and with Mod+Enter from its line. */
export class CheckboxWidget extends WidgetType {
  readonly #level: number;
  readonly #isDone: boolean;
  readonly #isReadOnly: boolean;
  readonly #toggle: (view: EditorView, pos: number) => void;

  constructor(level: number, isDone: boolean, isReadOnly: boolean, toggle: (view: EditorView, pos: number) => void) {
    super();
    this.#level = level;
    this.#isDone = isDone;
    this.#isReadOnly = isReadOnly;
    this.#toggle = toggle;
  }

  override eq(other: CheckboxWidget): boolean {
    return other.#level === this.#level && other.#isDone === this.#isDone && other.#isReadOnly === this.#isReadOnly;
  }

  override toDOM(view: EditorView): HTMLElement {
    const prefix = document.createElement('span');
    prefix.className = `cm-list-prefix cm-level-${this.#level}`;
    const box = document.createElement('span');
    box.className = 'cm-checkbox';
    // Not a tab stop: there may be a hundred of them, and Mod+Enter reaches each from its line.
    box.setAttribute('role', 'checkbox');
    box.setAttribute('aria-checked', String(this.#isDone));
    box.setAttribute('aria-label', this.#isDone ? 'Done' : 'To do');
    if (this.#isReadOnly) box.setAttribute('aria-disabled', 'true');
    // The press must not move the cursor into the hidden marks, which would show them under the pointer.
    box.addEventListener('mousedown', (event) => event.preventDefault());
    box.addEventListener('click', () => {
      if (!this.#isReadOnly) this.#toggle(view, view.posAtDOM(prefix));
    });
    prefix.append(box);
    return prefix;
  }
}

/** Stands for a picture: its words, and nothing fetched. */
export class ImageWidget extends WidgetType {
  readonly #words: string;

  constructor(words: string) {
    super();
    this.#words = words;
  }

  override eq(other: ImageWidget): boolean {
    return other.#words === this.#words;
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('span');
    chip.className = 'cm-image-chip';
    chip.setAttribute('role', 'img');
    chip.setAttribute('aria-label', this.#words === '' ? 'Picture' : `Picture: ${this.#words}`);
    chip.textContent = this.#words === '' ? 'Picture' : this.#words;
    return chip;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

/** The language of a code block, where its fence was. */
export class LanguageWidget extends WidgetType {
  readonly #language: string;

  constructor(language: string) {
    super();
    this.#language = language;
  }

  override eq(other: LanguageWidget): boolean {
    return other.#language === this.#language;
  }

  override toDOM(): HTMLElement {
    const label = document.createElement('span');
    label.className = 'cm-code-language';
    label.textContent = this.#language;
    return label;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

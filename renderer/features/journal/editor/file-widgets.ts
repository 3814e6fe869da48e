import { WidgetType } from '@codemirror/view';
import type { EditorView } from '@codemirror/view';

import { filesOnPage } from './attach-files.ts';

/** How large pictures turned out to be, so that the text does not move when one is drawn again. */
const sizes = new Map<string, { readonly width: number; readonly height: number }>();
const MOST_SIZES = 500;

/** A picture of the data folder; pressed, it is shown large. */
export class PictureWidget extends WidgetType {
  readonly #path: string;
  readonly #words: string;

  constructor(path: string, words: string) {
    super();
    this.#path = path;
    this.#words = words;
  }

  override eq(other: PictureWidget): boolean {
    return other.#path === this.#path && other.#words === this.#words;
  }

  override get estimatedHeight(): number {
    return Math.min(sizes.get(this.#path)?.height ?? 240, 420);
  }

  override toDOM(view: EditorView): HTMLElement {
    const files = view.state.facet(filesOnPage)();
    const frame = document.createElement('span');
    frame.className = 'cm-picture';
    const image = document.createElement('img');
    image.alt = this.#words;
    image.draggable = false;
    const size = sizes.get(this.#path);
    if (size !== undefined) [image.width, image.height] = [size.width, size.height];
    image.addEventListener('load', () => {
      if (sizes.size >= MOST_SIZES) sizes.clear();
      sizes.set(this.#path, { width: image.naturalWidth, height: image.naturalHeight });
      view.requestMeasure();
    });
    const fail = (): void => {
      frame.classList.add('cm-picture-gone');
      frame.textContent = this.#words === '' ? 'Picture not found' : `Picture not found: ${this.#words}`;
      view.requestMeasure();
    };
    image.addEventListener('error', fail);
    frame.append(image);
    frame.addEventListener('mousedown', (event) => event.preventDefault());
    frame.addEventListener('click', () => view.state.facet(filesOnPage)()?.open(this.#path, this.#words));
    void (files?.pictureUrl(this.#path) ?? Promise.resolve(null)).then((url) => {
      if (url === null) fail();
      else image.src = url;
    });
    return frame;
  }
}

/** A file of the data folder: its name in the writer's words and its size; pressed, it is opened. */
export class FileWidget extends WidgetType {
  readonly #path: string;
  readonly #words: string;

  constructor(path: string, words: string) {
    super();
    this.#path = path;
    this.#words = words;
  }

  override eq(other: FileWidget): boolean {
    return other.#path === this.#path && other.#words === this.#words;
  }

  override toDOM(view: EditorView): HTMLElement {
    const chip = document.createElement('span');
    chip.className = 'cm-file-chip';
    const name = document.createElement('span');
    name.className = 'cm-file-name';
    name.textContent = this.#words.replaceAll(/\\([[\]\\])/g, '$1') || 'File';
    const size = document.createElement('span');
    size.className = 'cm-file-size';
    chip.append(name, size);
    chip.addEventListener('mousedown', (event) => event.preventDefault());
    chip.addEventListener('click', () => view.state.facet(filesOnPage)()?.open(this.#path, this.#words));
    void view.state
      .facet(filesOnPage)()
      ?.describe(this.#path)
      .then((file) => {
        size.textContent = file?.size ?? 'not found';
        if (file === null) chip.classList.add('cm-file-gone');
        if (this.#words === '' && file !== null) name.textContent = file.name;
      });
    return chip;
  }
}

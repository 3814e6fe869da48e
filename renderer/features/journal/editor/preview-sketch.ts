import { Decoration } from '@codemirror/view';
import type { WidgetType } from '@codemirror/view';
import type { EditorState, Range } from '@codemirror/state';

import { deepestLevel } from './preview-widgets.ts';

const hidden = Decoration.replace({});
const classMarks = new Map<string, Decoration>();

function classMark(name: string): Decoration {
  let mark = classMarks.get(name);
  if (mark === undefined) {
    mark = Decoration.mark({ class: name });
    classMarks.set(name, mark);
  }
  return mark;
}

const proseAttributes = { dir: 'auto' };
const codeAttributes = { dir: 'ltr', spellcheck: 'false' };

interface LineLook {
  readonly classes: Set<string>;
  quotes: number;
  level: number;
}

/**
 * Collects how a visible stretch of text is drawn. Styles are classes only, never style attributes, so that a strict
 * content security policy need not allow those.
 */
export class PreviewSketch {
  readonly #state: EditorState;
  readonly #from: number;
  readonly #to: number;
  readonly #ranges: Range<Decoration>[] = [];
  readonly #lines = new Map<number, LineLook>();

  constructor(state: EditorState, from: number, to: number) {
    this.#state = state;
    this.#from = from;
    this.#to = to;
  }

  /** Gives the text a class. */
  style(from: number, to: number, className: string): void {
    if (from < to) this.#ranges.push(classMark(className).range(from, to));
  }

  /** Hides the text; a stretch across lines stays, because a line break can't be hidden from a view plugin. */
  hide(from: number, to: number): void {
    if (from < to && this.#isWithinLine(from, to)) this.#ranges.push(hidden.range(from, to));
  }

  /** Draws the widget instead of the text. */
  replace(from: number, to: number, widget: WidgetType): void {
    if (from < to && this.#isWithinLine(from, to)) this.#ranges.push(Decoration.replace({ widget }).range(from, to));
  }

  /** Draws the widget behind the text, which stays as it is. */
  append(to: number, widget: WidgetType): void {
    this.#ranges.push(Decoration.widget({ widget, side: 1 }).range(to));
  }

  /** Gives each visible line of a block a class; the first and last line of the whole block can have their own. */
  lines(from: number, to: number, className: string, ends?: { readonly first: string; readonly last: string }): void {
    for (const [lineFrom, lineTo] of this.#visibleLines(from, to)) {
      const { classes } = this.#look(lineFrom);
      classes.add(className);
      if (ends !== undefined && lineFrom <= from) classes.add(ends.first);
      if (ends !== undefined && lineTo >= to) classes.add(ends.last);
    }
  }

  /** Visits the visible lines of a block. */
  eachVisibleLine(from: number, to: number, visit: (lineFrom: number) => void): void {
    for (const [lineFrom] of this.#visibleLines(from, to)) visit(lineFrom);
  }

  /** Moves the lines of a block in by a quote bar. */
  quote(from: number, to: number): void {
    for (const [lineFrom] of this.#visibleLines(from, to)) this.#look(lineFrom).quotes += 1;
  }

  /** Moves the lines of a list item in to the level of its words. */
  indent(from: number, to: number, level: number): void {
    for (const [lineFrom] of this.#visibleLines(from, to)) this.#look(lineFrom).level = level;
  }

  /** Everything collected, with the direction of each line told by its own words. */
  finish(): readonly Range<Decoration>[] {
    for (const [lineFrom, lineTo] of this.#visibleLines(this.#from, this.#to)) {
      const look = this.#lines.get(lineFrom);
      const classes = look === undefined ? [] : [...look.classes];
      if (look !== undefined && look.quotes > 0) classes.push('cm-quote', `cm-quote-${Math.min(look.quotes, 3)}`);
      if (look !== undefined && look.level > 0) classes.push('cm-item', `cm-level-${look.level}`);
      if (lineFrom === lineTo) classes.push('cm-blank');
      const attributes = look?.classes.has('cm-code') === true ? codeAttributes : proseAttributes;
      this.#ranges.push(Decoration.line({ class: classes.join(' '), attributes }).range(lineFrom));
    }
    return this.#ranges;
  }

  #look(lineFrom: number): LineLook {
    let look = this.#lines.get(lineFrom);
    if (look === undefined) {
      look = { classes: new Set(), quotes: 0, level: 0 };
      this.#lines.set(lineFrom, look);
    }
    return look;
  }

  #isWithinLine(from: number, to: number): boolean {
    return to <= this.#state.doc.lineAt(from).to;
  }

  *#visibleLines(from: number, to: number): Generator<readonly [number, number]> {
    const end = Math.min(to, this.#to);
    if (Math.max(from, this.#from) > end) return;
    let line = this.#state.doc.lineAt(Math.max(from, this.#from));
    for (;;) {
      yield [line.from, line.to];
      if (line.to >= end) return;
      line = this.#state.doc.line(line.number + 1);
    }
  }
}

/** The level at which a nesting depth is drawn. */
export function drawnLevel(depth: number): number {
  return Math.min(depth, deepestLevel);
}

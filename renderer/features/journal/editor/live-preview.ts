import { syntaxTree } from '@codemirror/language';
import { StateEffect } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin } from '@codemirror/view';
import type { DecorationSet, PluginValue, ViewUpdate } from '@codemirror/view';

import { currentMatch } from './find.ts';
import { drawNode } from './preview-nodes.ts';
import type { PreviewScene } from './preview-nodes.ts';
import { PreviewSketch } from './preview-sketch.ts';
import { toggleTaskAt } from './task-commands.ts';
import type { ToggledTask } from './task-commands.ts';

interface LineSpan {
  readonly from: number;
  readonly to: number;
}

const mouseReleased = StateEffect.define();

/** Draws Markdown as it reads and shows its marks on the line the cursor is on. Only what is in view is looked at. */
class LivePreview implements PluginValue {
  decorations: DecorationSet;
  readonly #view: EditorView;
  readonly #toggleTask: PreviewScene['toggleTask'];
  #activeLines: readonly LineSpan[] = [];
  #isPressed = false;

  constructor(view: EditorView, onToggle: (task: ToggledTask) => void) {
    this.#view = view;
    this.#toggleTask = (target, pos) => {
      const task = toggleTaskAt(target.state, pos);
      if (task === null) return;
      target.dispatch(task.spec);
      onToggle(task.toggled);
    };
    view.contentDOM.addEventListener('mousedown', this.#press);
    this.decorations = this.#draw();
  }

  update(update: ViewUpdate): void {
    const isStale =
      update.docChanged ||
      update.viewportChanged ||
      update.selectionSet ||
      update.focusChanged ||
      currentMatch(update.startState) !== currentMatch(update.state) ||
      update.startState.readOnly !== update.state.readOnly ||
      syntaxTree(update.startState) !== syntaxTree(update.state) ||
      update.transactions.some((transaction) => transaction.effects.some((effect) => effect.is(mouseReleased)));
    if (isStale) this.decorations = this.#draw();
  }

  destroy(): void {
    this.#view.contentDOM.removeEventListener('mousedown', this.#press);
    window.removeEventListener('mouseup', this.#letGo);
  }

  // Marks that appear under the pointer would move the words being selected: lines keep their look until it is let go.
  readonly #press = (): void => {
    this.#isPressed = true;
    window.addEventListener('mouseup', this.#letGo, { once: true });
  };

  readonly #letGo = (): void => {
    this.#isPressed = false;
    this.#view.dispatch({ effects: mouseReleased.of(null) });
  };

  #draw(): DecorationSet {
    const { state, hasFocus, visibleRanges } = this.#view;
    const { head, anchor, empty } = state.selection.main;
    const isWriting = hasFocus && !state.readOnly;
    if (!this.#isPressed) {
      this.#activeLines = isWriting ? [state.doc.lineAt(head), state.doc.lineAt(anchor)] : [];
    }
    const found = currentMatch(state);
    const active = found === null ? this.#activeLines : [...this.#activeLines, state.doc.lineAt(found.from)];
    const tree = syntaxTree(state);
    const ranges = visibleRanges.flatMap(({ from, to }) => {
      const sketch = new PreviewSketch(state, from, to);
      const scene: PreviewScene = {
        state,
        sketch,
        isActive: (pos) => active.some((line) => pos >= line.from && pos <= line.to),
        isTouched: (start, end) => active.some((line) => line.to >= start && line.from <= end),
        holdsCursor: (start, end) => isWriting && empty && head >= start && head < end,
        toggleTask: this.#toggleTask,
      };
      tree.iterate({ from, to, enter: (node) => drawNode(node, scene) });
      return sketch.finish();
    });
    return Decoration.set(ranges, true);
  }
}

/** The live preview; `onToggle` hears of each task box that was pressed. Each line runs in the direction of its words. */
export function livePreview(onToggle: (task: ToggledTask) => void): Extension {
  return [
    ViewPlugin.define((view) => new LivePreview(view, onToggle), { decorations: (preview) => preview.decorations }),
    EditorView.perLineTextDirection.of(true),
  ];
}

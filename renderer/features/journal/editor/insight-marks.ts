import { StateEffect, StateField } from '@codemirror/state';
import type { Extension, Range } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';

/** What an underlined sentence holds; each kind has its colour. */
type MarkTone = 'task' | 'event' | 'expense' | 'person' | 'topic' | 'mood';

/** A sentence the app noticed something in. UTF-16 offsets into the text, `to` exclusive. */
export interface InsightMark {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly tone: MarkTone;
  readonly selected?: boolean;
}

const toneColours = {
  task: 'c-blue',
  event: 'c-teal',
  expense: 'c-green',
  person: 'c-rose',
  topic: 'c-amber',
  mood: 'c-violet',
} satisfies Record<MarkTone, string>;

const setMarks = StateEffect.define<readonly InsightMark[]>();

const markField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) next = Decoration.set(effect.value.map(decorate), true);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorate(mark: InsightMark): Range<Decoration> {
  const look = `cm-insight ${toneColours[mark.tone]}${mark.selected === true ? ' cm-insight-selected' : ''}`;
  return Decoration.mark({ class: look, attributes: { 'data-mark': mark.id }, markId: mark.id }).range(
    mark.from,
    mark.to,
  );
}

/**
 * Underlines that move with the words as the user types, and tell `onClick` when one is clicked (not when text is
 * selected across it).
 */
export function insightMarks(onClick: (id: string) => void): Extension {
  return [
    markField,
    EditorView.domEventHandlers({
      click(event, view) {
        if (event.button !== 0 || !view.state.selection.main.empty || !(event.target instanceof Element)) return false;
        const id = event.target.closest<HTMLElement>('[data-mark]')?.dataset['mark'];
        if (id !== undefined) onClick(id);
        return false;
      },
    }),
  ];
}

/** Shows these marks instead of the former ones. Positions are the document's. */
export function showMarks(view: EditorView, marks: readonly InsightMark[]): void {
  const end = view.state.doc.length;
  const whole = marks.filter((mark) => mark.from < mark.to && mark.from >= 0 && mark.to <= end);
  if (whole.length === 0 && view.state.field(markField).size === 0) return;
  view.dispatch({ effects: setMarks.of(whole) });
}

/** Where a mark's words are now; null once they have been deleted. */
export function findMark(view: EditorView, id: string): { readonly from: number; readonly to: number } | null {
  for (const cursor = view.state.field(markField).iter(); cursor.value !== null; cursor.next()) {
    if (cursor.value.spec['markId'] === id && cursor.from < cursor.to) return { from: cursor.from, to: cursor.to };
  }
  return null;
}

import type { Item, TextRange } from '#contract/capture';
import { readText } from '#main/domain/grammar/read';
import { type PlanContext, type PlannedItem, planAsEntry, planAsInbox, planItem } from './plan-item.ts';

/** A text of more things than this is a document, not a line to sort. */
const MOST_ITEMS = 200;

/**
 * What becomes of a text: its items in their order, or one thing that holds all of it, where nothing is understood of it or
 * far too much. Nothing for a text without a character in it.
 */
export function planText(text: string, context: PlanContext, ignored: readonly TextRange[]): readonly PlannedItem[] {
  if (text.trim() === '') return [];
  const { items } = readText(text, context, { ignored });
  if (items.length === 0) return [planAsInbox(wholeOf(text, 'task'), text)];
  if (items.length > MOST_ITEMS)
    return [
      { ...planAsEntry(wholeOf(text, 'entry'), context), note: `More than ${MOST_ITEMS} lines are kept together.` },
    ];
  return items.map((item) => planItem(item, text, context, ignored));
}

/** The whole text as one journal entry. */
export function planWhole(text: string, context: PlanContext): PlannedItem {
  return planAsEntry({ ...wholeOf(text, 'entry'), title: text }, context);
}

function wholeOf(text: string, kind: Item['kind']): Item {
  const trimmed = text.trim();
  const from = text.indexOf(trimmed);
  return { kind, title: trimmed, from, to: from + trimmed.length, confidence: 0, tags: [], people: [], spans: [] };
}

import type { CapturePlace, ReadItem } from '#contract/capture';
import type { ColorName } from '#renderer/ui/colors.ts';

const KIND_COLORS = {
  event: 'blue',
  expense: 'amber',
  task: 'green',
  entry: 'violet',
} as const satisfies Record<ReadItem['kind'], ColorName>;

const REFUSALS = {
  event: 'Not an event',
  expense: 'Not an expense',
  task: 'Not a task',
  entry: 'Not a journal entry',
} as const satisfies Record<ReadItem['kind'], string>;

const PLACE_COLORS = {
  calendar: 'blue',
  tasks: 'green',
  money: 'amber',
  inbox: 'slate',
  journal: 'violet',
} as const satisfies Record<CapturePlace, ColorName>;

/** The colour of what an item was taken for; what waits to be sorted has none of its own. */
export function colorOfItem({ kind, place }: ReadItem): ColorName {
  return place === 'inbox' ? PLACE_COLORS.inbox : KIND_COLORS[kind];
}

export const colorOfPlace = (place: CapturePlace): ColorName => PLACE_COLORS[place];

/** How its cross reads: "Not an event: lunch with Ana". Undefined where there is nothing to refuse. */
export function refusalOf(item: ReadItem): string | undefined {
  return item.place === 'inbox' || item.title === '' ? undefined : `${REFUSALS[item.kind]}: ${shortened(item.title)}`;
}

function shortened(text: string): string {
  return text.length > 40
    ? `${text
        .slice(0, 39)
        .replace(/[\p{Cs}\u200D]+$/u, '')
        .trimEnd()}…`
    : text;
}

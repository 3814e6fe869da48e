/** A checkbox line of a Markdown text. Offsets are UTF-16. */
export interface Box {
  /** Of the line. */
  readonly from: number;
  readonly to: number;
  /** Of the one character between the brackets. */
  readonly mark: number;
  readonly isDone: boolean;
  /** What stands behind the box, trimmed; never empty. */
  readonly words: string;
}

const LINE = /[^\r\n]+/gu;
const BOX = /^((?:[ \t]*>)*[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)([ xX])\][ \t]+(.*\S)/u;
const FENCE = /^(?:[ \t]*>)*[ \t]*(`{3,}|~{3,})/u;

/** The checkbox lines of a text, in order; those inside fenced code are none. Takes time in proportion to the text. */
export function readBoxes(text: string): Box[] {
  if (!text.includes('] ') && !text.includes(']\t')) return [];
  const boxes: Box[] = [];
  let fence: string | null = null;
  for (const { 0: line, index: from } of text.matchAll(LINE)) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) === true) fence = null;
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      continue;
    }
    const match = BOX.exec(line);
    if (!match) continue;
    const [, before, state, words] = match;
    boxes.push({ from, to: from + line.length, mark: from + before!.length, isDone: state !== ' ', words: words! });
  }
  return boxes;
}

/** The text with boxes ticked or cleared; nothing else of it moves. */
export function writeBoxes(
  text: string,
  marks: readonly { readonly mark: number; readonly isDone: boolean }[],
): string {
  if (marks.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { mark, isDone } of marks.toSorted((one, other) => one.mark - other.mark)) {
    parts.push(text.slice(at, mark), isDone ? 'x' : ' ');
    at = mark + 1;
  }
  return parts.join('') + text.slice(at);
}

/**
 * Which line of before each line of now is: the same words first, wherever they went; then the most words in common; then, for
 * what was reworded altogether, the place between the lines around it.
 *
 * @returns for each of `now` the index in `before`, or null for a line that is new
 */
export function matchLines(before: readonly string[], now: readonly string[]): (number | null)[] {
  const waiting = new Map<string, number[]>();
  for (const [at, words] of before.entries()) {
    const same = waiting.get(words);
    if (same) same.push(at);
    else waiting.set(words, [at]);
  }
  for (const same of waiting.values()) same.reverse();
  const matched: (number | null)[] = now.map((words) => waiting.get(words)?.pop() ?? null);
  const isTaken = new Set(matched);
  const take = (at: number): number | null => {
    if (at < 0 || at >= before.length || isTaken.has(at)) return null;
    isTaken.add(at);
    return at;
  };
  for (const [at, index] of alike(before, now, isTaken, matched)) matched[at] ??= take(index);
  for (let at = 0; at < now.length; at += 1) {
    if (matched[at] !== null) continue;
    const above = at === 0 ? -1 : matched[at - 1];
    if (above !== null && above !== undefined) matched[at] = take(above + 1);
  }
  for (let at = now.length - 1; at >= 0; at -= 1) {
    if (matched[at] !== null) continue;
    const below = at === now.length - 1 ? before.length : matched[at + 1];
    if (below !== null && below !== undefined) matched[at] = take(below - 1);
  }
  return matched;
}

/** More lines than this that are new or gone at once are another list: comparing each with each would take too long. */
const MOST_COMPARED = 60;

/** Pairs of lines left over that share half of their words, the most alike first: [index in now, index in before]. */
function alike(
  before: readonly string[],
  now: readonly string[],
  isTaken: ReadonlySet<number | null>,
  matched: readonly (number | null)[],
): (readonly [number, number])[] {
  const gone = [...before.keys()].filter((index) => !isTaken.has(index));
  const fresh = [...now.keys()].filter((at) => matched[at] === null);
  if (gone.length > MOST_COMPARED || fresh.length > MOST_COMPARED) return [];
  const wordsOf = (line: string): Set<string> => new Set(line.toLowerCase().split(/\s+/u));
  const goneWords = gone.map((index) => wordsOf(before[index]!));
  const pairs = fresh.flatMap((at) => {
    const words = wordsOf(now[at]!);
    return gone.map((index, place) => {
      const others = goneWords[place]!;
      const common = [...words].filter((word) => others.has(word)).length;
      // "call Ana" went on to "call Ana about the lift": all of the shorter one is still there.
      const isKept = common >= 2 && common === Math.min(words.size, others.size);
      return { at, index, share: isKept ? 1 : common / Math.max(words.size, others.size) };
    });
  });
  return pairs
    .filter(({ share }) => share >= 0.4)
    .toSorted((one, other) => other.share - one.share)
    .map(({ at, index }) => [at, index] as const);
}

export interface RankableCommand {
  readonly id?: string;
  readonly title: string;
  /** Other words people look for it by. */
  readonly keywords?: readonly string[] | undefined;
}

/** A stretch of a title that was asked for, to be shown bold; UTF-16 offsets. */
export interface MatchRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The commands that hold every word of the query, best first; in the given order where equally good (so that an empty
 * query keeps all). The start of a title counts most, then the start of a word, then its middle, then keywords; what was
 * chosen often and lately goes before others that fit about as well.
 *
 * @param uses by id, how often and lately it was chosen
 */
export function rankCommands<Command extends RankableCommand>(
  commands: readonly Command[],
  query: string,
  uses: Readonly<Record<string, number>> = {},
): readonly Command[] {
  const words = queryWords(query);
  return commands
    .map((command) => ({ command, score: scoreOf(command, words) }))
    .filter(({ score }) => score > 0)
    .map(({ command, score }) => ({ command, score: score + habit(uses[command.id ?? ''] ?? 0) }))
    .sort((a, b) => b.score - a.score)
    .map(({ command }) => command);
}

/** Where the words of the query stand in a title, in order and without overlap. */
export function matchRanges(title: string, query: string): readonly MatchRange[] {
  const lower = title.toLowerCase();
  // A few letters change their length in lower case; then offsets would lie, and nothing is marked.
  if (lower.length !== title.length) return [];
  const ranges: MatchRange[] = [];
  for (const word of queryWords(query)) {
    const from = findWord(lower, word);
    if (from >= 0 && !ranges.some((range) => from < range.to && range.from < from + word.length)) {
      ranges.push({ from, to: from + word.length });
    }
  }
  return ranges.sort((a, b) => a.from - b.from);
}

function queryWords(query: string): readonly string[] {
  return query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** A habit goes past the next better match (a word's start before its middle), never past the start of a title. */
const habit = (use: number): number => (3.5 * use) / (use + 1);

/** 0 if a word is missing. */
function scoreOf(command: RankableCommand, words: readonly string[]): number {
  const title = command.title.toLowerCase();
  const keywords = (command.keywords ?? []).map((keyword) => keyword.toLowerCase());
  let score = 1;
  for (const word of words) {
    const at = findWord(title, word);
    if (at === 0) score += 8;
    else if (at > 0) score += isWordStart(title, at) ? 4 : 2;
    else if (keywords.some((keyword) => keyword.startsWith(word))) score += 1;
    else return 0;
  }
  return score;
}

/** The first place where a word of the text starts so, else the first place at all; -1 if none. */
function findWord(text: string, word: string): number {
  const first = text.indexOf(word);
  for (let at = first; at >= 0; at = text.indexOf(word, at + 1)) {
    if (isWordStart(text, at)) return at;
  }
  return first;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

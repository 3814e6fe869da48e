import { minutesOf, readDuration } from './durations.ts';
import { firstOf, isA, isGlued, skip, wordAt, type Found, type Parser, type Scan } from './scan.ts';

/** A mark a person writes into a capture. `text` names what it marks, as it was written. */
export type Mark =
  | { readonly role: 'tag' | 'person' | 'project'; readonly text: string }
  | { readonly role: 'priority'; readonly priority: number }
  | { readonly role: 'duration'; readonly minutes: number };

/** "#tag", "@ana", "+project", "p1", "!1", "!!", "urgent", "~45m", "for 2 hours". */
export const readMark: Parser<Mark> = (scan, at) => firstOf<Mark>(scan, at, [readNameMark, readPriority, readEstimate]);

/** "with Ana", "with Ana and Bob", "with mum": where each name lies. */
export function readCompany(scan: Scan, at: number): Found<readonly { at: number; next: number }[]> | undefined {
  if (!isA(scan, at, 'with')) return undefined;
  const names: { at: number; next: number }[] = [];
  let next = at + 1;
  for (;;) {
    const end = nameEnd(scan, next);
    if (end === undefined) break;
    names.push({ at: next, next: end });
    const joint = wordAt(scan, end) === ',' || isA(scan, end, 'and') ? end + 1 : undefined;
    if (joint === undefined) break;
    next = joint;
  }
  const last = names.at(-1);
  return last && { value: names, next: last.next };
}

/** One or two capitalised words that are no date, or a family word. */
function nameEnd(scan: Scan, at: number): number | undefined {
  if (scan.lexicon.kin.has(wordAt(scan, at))) return at + 1;
  if (!isName(scan, at)) return undefined;
  return isName(scan, at + 1) && wordAt(scan, at + 1) !== '' && !isGlued(scan, at + 1) ? at + 2 : at + 1;
}

function isName(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  if (token?.kind !== 'word') return false;
  const { weekdays, dayWords, todayParts, clockWords, months, ambiguous } = scan.lexicon;
  const isDate = [weekdays, dayWords, todayParts, clockWords].some((words) => words.has(token.word));
  const isMonth = months.has(token.word) && !ambiguous.has(token.word);
  return !isDate && !isMonth && /^\p{Lu}/u.test(scan.text.slice(token.from, token.to));
}

const NAME_ROLES: ReadonlyMap<string, 'tag' | 'person' | 'project'> = new Map([
  ['#', 'tag'],
  ['@', 'person'],
  ['+', 'project'],
]);

/** A mark and what is glued to it, up to the next white space: "#work", "@ana", "+c++". "#123" is an issue, not a tag. */
function readNameMark(scan: Scan, at: number): Found<Mark> | undefined {
  const role = NAME_ROLES.get(wordAt(scan, at));
  const first = scan.tokens[at + 1];
  if (!role || scan.tokens[at]?.spaced === false || !isGlued(scan, at + 1) || first?.kind !== 'word') return undefined;
  let next = at + 2;
  while (isGlued(scan, next) && isNamePart(scan, next, role)) next += 1;
  const text = scan.text.slice(first.from, scan.tokens[next - 1]?.to);
  return { value: { role, text }, next };
}

function isNamePart(scan: Scan, at: number, role: string): boolean {
  const token = scan.tokens[at];
  if (token?.kind !== 'mark') return true;
  if (/^[_-]$/.test(token.word) || (role === 'tag' && token.word === '/')) return isGlued(scan, at + 1);
  if (/^[.,:;!?)]$/.test(token.word)) return token.word === '.' && isGlued(scan, at + 1);
  return role === 'project';
}

function readPriority(scan: Scan, at: number): Found<Mark> | undefined {
  const token = scan.tokens[at];
  if (!token) return undefined;
  const isMark = token.spaced && (token.word === 'p' || token.word === '!');
  const digit = isMark && isGlued(scan, at + 1) ? /^[1-4]$/.exec(wordAt(scan, at + 1)) : null;
  if (digit && !isStuck(scan, at + 2)) return priority(Number(digit[0]), at + 2);
  // "priority 2", "prio: 1", "!high"
  const isNamed = token.spaced && /^(priority|prio)$/.test(token.word);
  const levelAt = isNamed && wordAt(scan, at + 1) === ':' ? at + 2 : at + 1;
  const level = isNamed ? /^[1-4]$/.exec(wordAt(scan, levelAt)) : null;
  if (level && !isStuck(scan, levelAt + 1)) return priority(Number(level[0]), levelAt + 1);
  const isCall = token.word === '!' && token.spaced && isGlued(scan, at + 1);
  const called = isCall ? LEVELS.get(wordAt(scan, at + 1)) : undefined;
  if (called !== undefined) return priority(called, at + 2);
  const doubled =
    isCall && wordAt(scan, at + 1) === '!' && isGlued(scan, at + 2) ? /^[1-4]$/.exec(wordAt(scan, at + 2)) : null;
  if (doubled && !isStuck(scan, at + 3)) return priority(Number(doubled[0]), at + 3);
  if (token.word === '!' && token.spaced && wordAt(scan, at + 1) === '!' && isGlued(scan, at + 1)) {
    const isThree = wordAt(scan, at + 2) === '!' && isGlued(scan, at + 2);
    const next = isThree ? at + 3 : at + 2;
    return isStuck(scan, next) ? undefined : priority(isThree ? 1 : 2, next);
  }
  const two = scan.lexicon.priorities.get(`${token.word} ${wordAt(scan, at + 1)}`);
  if (two !== undefined) return priority(two, at + 2);
  const one = scan.lexicon.priorities.get(token.word);
  // "urgent care" is a place: the word stands at an edge of what is said.
  return one !== undefined && (isEdge(scan, at - 1) || isEdge(scan, at + 1)) && !isFirstOfName(scan, at)
    ? priority(one, wordAt(scan, at + 1) === ':' ? at + 2 : at + 1)
    : undefined;
}

const LEVELS: ReadonlyMap<string, number> = new Map([
  ['urgent', 1],
  ['high', 2],
  ['medium', 3],
  ['low', 4],
]);

function isFirstOfName(scan: Scan, at: number): boolean {
  return isEdge(scan, at - 1) && !isEdge(scan, at + 1);
}

function isEdge(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  return token === undefined || (token.kind === 'mark' && !/^['’"/-]$/.test(token.word));
}

function isStuck(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  return token !== undefined && !token.spaced && (token.kind !== 'mark' || token.word === '!');
}

function priority(value: number, next: number): Found<Mark> {
  return { value: { role: 'priority', priority: value }, next };
}

/** "for 2 hours", "~45m", "1h30m", and "1h/2h", where the second is the estimate and the first time already spent. */
function readEstimate(scan: Scan, at: number): Found<Mark> | undefined {
  const isMarked = isA(scan, at, 'takes');
  const prefixed = wordAt(scan, at) === 't' && isGlued(scan, at + 1) ? at + 1 : at;
  const start = isMarked ? skip(scan, at + 1, 'takes') : prefixed;
  const first = readDuration(scan, start);
  if (!first) return undefined;
  const slash = wordAt(scan, first.next) === '/' ? readDuration(scan, first.next + 1) : undefined;
  const { value, next } = slash ?? first;
  const isBare = !isMarked && !slash;
  if (isBare && !(value.isCompact && isBareEnd(scan, next))) return undefined;
  const minutes = minutesOf(value);
  return minutes === undefined ? undefined : { value: { role: 'duration', minutes }, next };
}

/** "paint 90m" and "90m #home", but not "5m cable": a bare length ends what is said, or a mark follows. */
function isBareEnd(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  return (
    token === undefined || token.newLine || (token.kind === 'mark' && (token.spaced || /^[,;.)]$/.test(token.word)))
  );
}

import type { ReadingContext } from '#contract/capture';
import type { QueryCondition, QueryPart, QueryProblem, QueryTree } from '#contract/query';
import { closestOperator, operatorNamed, type Operator } from './operators.ts';
import { allOf, anyOf, conditionsOf, notOf } from './trees.ts';

/** A query as it was understood. */
export interface ReadQuery {
  /** Null asks for nothing. */
  readonly tree: QueryTree | null;
  /** In the order of the text, without overlap. */
  readonly parts: readonly QueryPart[];
  readonly problems: readonly QueryProblem[];
}

/** More than this is a paste, and its beginning finds it. */
export const MOST_TERMS = 32;
/** Parentheses within parentheses; deeper ones are left out. */
const DEEPEST = 8;
/** Words a date may take: "the first monday of march". */
const MOST_DATE_WORDS = 6;

const OPERATOR = /([a-z]{1,12}):/iy;
const UNKNOWN_OPERATOR = /^([a-z]{2,20}):(?!\/\/)\S/i;
const OR = /(?:or|\|)(?=[\s()"]|$)/iy;
/** What cannot be a word of a date that goes on after a space. */
const ENDS_A_DATE = /^(?:or|\||.*[:"()#@].*|-.*)$/i;
const TAG = /#([\p{L}\p{N}_][^\s#,()"]*)/uy;
const PERSON = /@(?:"([^"]*)"?|([\p{L}\p{N}_][^\s@,()"]*))/uy;

/**
 * Reads a query: words that are all required, "exact phrases", -without, `one or other`, (groups), `#tag`, `@person` and
 * operators (`tag:`, `before:`, `is:` ..., see operators.ts). The last word may be unfinished unless a space or quote
 * ends it; `word*` and `"some wor"*` may be everywhere. `or` joins its two neighbours.
 *
 * Never throws. What is not understood is reported, and the rest still counts.
 */
export function readQuery(text: string, context: ReadingContext): ReadQuery {
  // One character each, so that every offset holds.
  const plain = text.replace(/[“”„«»]/gu, '"');
  const reader = new Reader(plain, context);
  const tree = reader.readSequence(0);
  return { tree, parts: reader.parts, problems: reader.problems };
}

/** Holds the place in the text while it is read. */
class Reader {
  readonly parts: QueryPart[] = [];
  readonly problems: QueryProblem[] = [];
  private at = 0;
  private terms = 0;
  private readonly text: string;
  private readonly context: ReadingContext;

  constructor(text: string, context: ReadingContext) {
    this.text = text;
    this.context = context;
  }

  /** Everything up to the end, or to the parenthesis that closes the group. */
  readSequence(depth: number): QueryTree | null {
    const sequence: QueryTree[] = [];
    let joins = false;
    for (;;) {
      this.skipSpace();
      if (this.at >= this.text.length || (depth > 0 && this.text[this.at] === ')')) break;
      if (this.terms >= MOST_TERMS) {
        this.report('too-long', this.at, this.text.length, 'Only the beginning of this was searched for.');
        this.at = this.text.length;
        break;
      }
      if (this.readOr()) {
        joins = sequence.length > 0;
        continue;
      }
      const item = this.readItem(depth, false);
      if (!item) continue;
      const last = joins ? sequence.pop() : undefined;
      joins = false;
      sequence.push(last ? anyOf([last, item]) : item);
    }
    return sequence.length === 0 ? null : allOf(sequence);
  }

  /** "or" between two parts; where it has no neighbour it says nothing. While it is being typed it is a word ("orange"). */
  private readOr(isExcluded = false): boolean {
    OR.lastIndex = this.at;
    const found = OR.exec(this.text);
    if (!found || (OR.lastIndex === this.text.length && found[0] !== '|' && !isExcluded)) return false;
    this.parts.push(part(this.at, this.at + found[0].length, 'or', false));
    this.at += found[0].length;
    return true;
  }

  /** One word, phrase, condition or group; undefined when nothing of it counts. */
  private readItem(depth: number, isExcluded: boolean): QueryTree | undefined {
    const from = this.at;
    const first = this.text[from]!;
    if (!isExcluded && first === '-' && /[^\s-]/u.test(this.text[from + 1] ?? ' ')) {
      this.at += 1;
      const item = this.readItem(depth, true);
      return item && notOf(item);
    }
    if (isExcluded && this.readOr(true)) return undefined;
    if (first === '(') return this.readGroup(depth, isExcluded);
    if (first === ')') {
      this.at += 1;
      return undefined;
    }
    this.terms += 1;
    if (first === '"') return this.readPhrase(isExcluded);
    return (
      this.readMark(TAG, 'tag', isExcluded) ??
      this.readMark(PERSON, 'person', isExcluded) ??
      this.readOperator(isExcluded)
    );
  }

  private readGroup(depth: number, isExcluded: boolean): QueryTree | undefined {
    const from = this.at;
    this.at += 1;
    if (depth === DEEPEST) return undefined;
    this.parts.push(part(signed(from, isExcluded), this.at, 'group', isExcluded));
    const inner = this.readSequence(depth + 1);
    if (this.text[this.at] === ')') {
      this.parts.push(part(this.at, this.at + 1, 'group', isExcluded));
      this.at += 1;
    }
    return inner ?? undefined;
  }

  private readPhrase(isExcluded: boolean): QueryTree | undefined {
    const from = this.at;
    const words = this.readQuoted();
    const isClosed = this.text[this.at - 1] === '"' && this.at > from + 1;
    const goesOn = isClosed && this.text[this.at] === '*';
    if (goesOn) this.at += 1;
    if (!HAS_WORD.test(words)) return undefined;
    this.parts.push(part(signed(from, isExcluded), this.at, 'phrase', isExcluded));
    return { kind: 'text', text: words, isPhrase: true, isPrefix: goesOn || (!isClosed && !isExcluded) };
  }

  /** What stands in the quotes that begin here, closed or not yet. */
  private readQuoted(): string {
    const end = this.text.indexOf('"', this.at + 1);
    const words = this.text.slice(this.at + 1, end < 0 ? this.text.length : end);
    this.at = end < 0 ? this.text.length : end + 1;
    return words.trim();
  }

  /** `#tag`, `@person`, `@"Two Words"`. */
  private readMark(mark: RegExp, field: 'tag' | 'person', isExcluded: boolean): QueryTree | undefined {
    mark.lastIndex = this.at;
    const found = mark.exec(this.text);
    const name = (found?.[1] ?? found?.[2] ?? '').trim();
    if (!found || name === '') return undefined;
    const from = this.at;
    this.at = mark.lastIndex;
    return this.keep(from, isExcluded, { kind: 'condition', condition: { field, name } });
  }

  private readOperator(isExcluded: boolean): QueryTree | undefined {
    OPERATOR.lastIndex = this.at;
    const found = OPERATOR.exec(this.text);
    const operator = found && operatorNamed(found[1]!);
    if (!operator) return this.readWord(isExcluded);
    const from = this.at;
    this.at = OPERATOR.lastIndex;
    const isQuoted = this.text[this.at] === '"';
    const value = this.readValue(operator);
    const at = signed(from, isExcluded);
    if (value === '') {
      this.report('missing-value', at, this.at, operator.hint);
      this.parts.push(part(at, this.at, 'unclear', isExcluded));
      return undefined;
    }
    const tree = operator.read(value, this.context, isQuoted);
    if (tree) return this.keep(from, isExcluded, tree);
    this.report('bad-value', at, this.at, operator.hint);
    this.parts.push(part(at, this.at, 'unclear', isExcluded));
    return undefined;
  }

  /** The words after an operator; of a date as many as belong to it. */
  private readValue(operator: Operator): string {
    if (this.text[this.at] === '"') return this.readQuoted();
    const from = this.at;
    this.at = this.endOfWord(from);
    const shortest = this.at;
    if (!operator.isDate || shortest === from) return this.text.slice(from, shortest);
    const ends = [shortest];
    while (ends.length < MOST_DATE_WORDS) {
      const next = /\s*/uy;
      next.lastIndex = ends.at(-1)!;
      next.exec(this.text);
      const end = this.endOfWord(next.lastIndex);
      if (end === next.lastIndex || ENDS_A_DATE.test(this.text.slice(next.lastIndex, end))) break;
      ends.push(end);
    }
    const end = ends.toReversed().find((one) => operator.read(this.text.slice(from, one), this.context, false));
    this.at = end ?? shortest;
    return this.text.slice(from, this.at);
  }

  private readWord(isExcluded: boolean): QueryTree | undefined {
    const from = this.at;
    this.at = Math.max(this.endOfWord(from), from + 1);
    const typed = this.text.slice(from, this.at);
    const unknown = UNKNOWN_OPERATOR.exec(typed);
    const at = signed(from, isExcluded);
    if (unknown) {
      const closest = closestOperator(unknown[1]!);
      this.report(
        'unknown-operator',
        at,
        this.at,
        closest
          ? `There is no “${unknown[1]!}:”. Did you mean “${closest}:”?`
          : `There is no “${unknown[1]!}:”, so this is searched for as words.`,
        closest ? `${isExcluded ? '-' : ''}${closest}${typed.slice(unknown[1]!.length)}` : null,
      );
    }
    const words = typed.replace(/\*+$/u, '');
    // 5'10" is a height: a quote behind a word that begins nothing belongs to it.
    const isClosed = /"(?=\s|$)/uy;
    isClosed.lastIndex = this.at;
    if (isClosed.test(this.text)) this.at += 1;
    if (!HAS_WORD.test(words)) return undefined;
    this.parts.push(part(at, this.at, unknown ? 'unclear' : 'words', isExcluded));
    const isLast = this.at === this.text.length && this.text[this.at - 1] !== '"';
    const isPrefix = typed.endsWith('*') || (isLast && !isExcluded);
    return { kind: 'text', text: words, isPhrase: false, isPrefix };
  }

  private endOfWord(from: number): number {
    const end = this.text.slice(from).search(/[\s()"]/u);
    return end < 0 ? this.text.length : from + end;
  }

  private keep(from: number, isExcluded: boolean, tree: QueryTree): QueryTree {
    this.parts.push(part(signed(from, isExcluded), this.at, 'condition', isExcluded, conditionsOf(tree)));
    return tree;
  }

  private report(
    code: QueryProblem['code'],
    from: number,
    to: number,
    message: string,
    suggestion: string | null = null,
  ): void {
    this.problems.push({ code, from, to, message, suggestion, isUnfinished: to === this.text.length });
  }

  private skipSpace(): void {
    const space = this.text.slice(this.at).search(/\S/u);
    this.at = space < 0 ? this.text.length : this.at + space;
  }
}

const HAS_WORD = /[\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Co}]/u;

/** Where a part begins, the minus before it included. */
const signed = (from: number, isExcluded: boolean): number => (isExcluded ? from - 1 : from);

function part(
  from: number,
  to: number,
  role: QueryPart['role'],
  isExcluded: boolean,
  conditions: QueryCondition[] = [],
): QueryPart {
  return { from, to, role, isExcluded, conditions };
}

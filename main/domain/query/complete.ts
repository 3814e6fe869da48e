import { OPERATORS, operatorNamed } from './operators.ts';

/** What is being typed at a place of a query. */
export type Completing =
  | { readonly of: 'operator'; readonly from: number; readonly to: number; readonly typed: string }
  | {
      readonly of: 'value';
      readonly from: number;
      readonly to: number;
      readonly typed: string;
      /** The operator's own name: `tag` for `#`. */
      readonly operator: string;
    };

/** From white space or an opening sign up to the place: a name behind a sign or an operator, in quotes or not. */
const TYPED = /(?:^|[\s(])-?(?:(#|@)|([a-z]{1,12}):)("[^"]*|[^\s"()]*)$/iu;
const WORD = /(?:^|[\s(])-?([a-z]{1,12})$/iu;

/** What can be completed at a place of a query (a UTF-16 offset); null where nothing can. */
export function completingAt(text: string, at: number): Completing | null {
  const before = text.slice(0, at).replace(/[“”„«»]/gu, '"');
  // Within a phrase nothing is an operator.
  const found = TYPED.exec(before);
  if (found) {
    const operator = found[1] === '#' ? 'tag' : found[1] === '@' ? 'person' : operatorNamed(found[2]!)?.name;
    if (operator === undefined) return null;
    const value = found[3]!;
    const last = value.startsWith('"') ? 0 : value.lastIndexOf(',') + 1;
    const from = at - value.length + last;
    return { of: 'value', from, to: at, typed: value.slice(last).replace(/^"/u, ''), operator };
  }
  if ((before.match(/"/gu) ?? []).length % 2 === 1) return null;
  const word = WORD.exec(before);
  return word && { of: 'operator', from: at - word[1]!.length, to: at, typed: word[1]! };
}

/** Operators that begin so, with what they take. */
export const operatorsFrom = (typed: string): readonly { readonly name: string; readonly hint: string }[] =>
  OPERATORS.filter(({ name }) => name.startsWith(typed.toLowerCase()));

/** The fixed values of an operator that begin so. */
export const valuesFrom = (operator: string, typed: string): readonly string[] =>
  (operatorNamed(operator)?.values ?? []).filter((value) => value.startsWith(typed.toLowerCase()));

/** A value as it is written behind an operator. */
export const writtenValue = (value: string): string =>
  /^[^\s",()#@][^\s",()]*$/u.test(value) ? value : `"${value.replaceAll('"', '')}"`;

import { readContentLine } from '../recurrence/series-lines.ts';

/** A component as it stands in a file: its property lines unfolded and otherwise untouched. */
export interface Component {
  /** In capitals. */
  readonly name: string;
  readonly lines: string[];
  readonly children: Component[];
  /** The line of the file it begins on, from 1. */
  readonly line: number;
}

/** A line of a file that could not be used. */
export interface BadLine {
  readonly line: number;
  readonly component: string;
}

/** Deeper nests and more parts than these are somebody's trap. */
const DEEPEST = 12;
export const MOST_COMPONENTS = 400_000;

/** Properties whose values people write: what breaks off in them goes on in the next line. */
const TEXTS = /^(?:SUMMARY|DESCRIPTION|LOCATION|COMMENT|CONTACT|X-[A-Z0-9-]+)[;:]/i;

/**
 * Takes an iCalendar text apart, and forgives what programs do wrong: any line ending, lines broken without being folded,
 * ends that are missing or stray, parts outside of a calendar, capitals of any kind.
 *
 * @returns the outermost components, and the lines that made no sense
 */
export function readComponents(text: string): { roots: Component[]; badLines: BadLine[] } {
  const roots: Component[] = [];
  const open: Component[] = [];
  const badLines: BadLine[] = [];
  let count = 0;
  const close = (depth: number): void => {
    open.length = depth;
  };
  for (const { line: content, number } of unfolded(text)) {
    const mark = /^(BEGIN|END)[ \t]*:[ \t]*([A-Za-z0-9-]+)[ \t]*$/i.exec(content);
    const current = open.at(-1);
    if (!mark) {
      if (current && readContentLine(content)) current.lines.push(content);
      else if (current && TEXTS.test(current.lines.at(-1) ?? ''))
        // A line break that should have been written as \n.
        current.lines[current.lines.length - 1] += `\\n${content}`;
      else badLines.push({ line: number, component: current?.name ?? '' });
      continue;
    }
    const name = mark[2]!.toUpperCase();
    if (mark[1]!.toUpperCase() === 'BEGIN') {
      count += 1;
      if (count > MOST_COMPONENTS) break;
      // What can't be inside of itself was never ended.
      const same = open.findIndex((one) => one.name === name && name !== 'VALARM');
      if (same >= 0) close(same);
      const component: Component = { name, lines: [], children: [], line: number };
      if (open.length >= DEEPEST) close(1);
      (open.at(-1)?.children ?? roots).push(component);
      open.push(component);
    } else {
      const at = open.findLastIndex((one) => one.name === name);
      if (at >= 0) close(at);
      else badLines.push({ line: number, component: current?.name ?? '' });
    }
  }
  return { roots, badLines };
}

/** The lines of a file, those that were folded in one. */
function* unfolded(text: string): Generator<{ line: string; number: number }> {
  let parts: string[] = [];
  let begun = 0;
  let number = 0;
  for (const physical of text.split(/\r*\n|\r/)) {
    number += 1;
    const isSoftBreak = parts.at(-1)?.endsWith('=') && /;ENCODING=QUOTED-PRINTABLE[;:]/i.test(parts[0]!);
    if (parts.length > 0 && isSoftBreak && !/^[ \t]/.test(physical)) {
      parts[parts.length - 1] = parts.at(-1)!.slice(0, -1);
      parts.push(physical);
    } else if (/^[ \t]/.test(physical) && parts.length > 0) parts.push(physical.slice(1));
    else {
      const line = parts.join('');
      if (line.trim() !== '') yield { line, number: begun };
      parts = [physical];
      begun = number;
    }
  }
  const line = parts.join('');
  if (line.trim() !== '') yield { line, number: begun };
}

/** A component as content lines. */
export function linesOf({ name, lines, children }: Pick<Component, 'name' | 'lines' | 'children'>): string[] {
  return [`BEGIN:${name}`, ...lines, ...children.flatMap(linesOf), `END:${name}`];
}

/** The first line of a property; undefined when there is none. */
export function propertyOf(lines: readonly string[], name: string) {
  for (const text of lines) if (hasName(text, name)) return readContentLine(text) ?? undefined;
  return undefined;
}

/** Whether a content line is of a property; a group before its name (`item1.URL`) is left aside. */
export function hasName(line: string, name: string): boolean {
  const end = line.search(/[:;]/);
  return end === name.length && line.slice(0, end).toUpperCase() === name;
}

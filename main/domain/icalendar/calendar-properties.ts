import { hasName, linesOf, readComponents } from './components.ts';

/** Lines of a calendar that hold for one file only. */
const OF_A_FILE = ['METHOD', 'CALSCALE', 'X-WR-CALNAME', 'X-WR-CALDESC', 'NAME'];

/**
 * What is kept of a calendar's files: the lines of the first one that had such a line, and every component once.
 *
 * @param kept what was kept before, as lines
 */
export function mergedProperties(
  kept: string,
  lines: readonly string[],
  components: readonly (readonly string[])[],
): string {
  const before = readComponents(`BEGIN:VCALENDAR\n${kept}\nEND:VCALENDAR`).roots[0]!;
  const isNew = kept === '';
  const added = lines.filter(
    (line) => !before.lines.includes(line) && (isNew || !OF_A_FILE.some((name) => hasName(line, name))),
  );
  const parts = new Map(before.children.map((child) => [linesOf(child).join('\n'), true]));
  for (const component of components) parts.set(component.join('\n'), true);
  return [...before.lines, ...new Set(added), ...parts.keys()].join('\n');
}

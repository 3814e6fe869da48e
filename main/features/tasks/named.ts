import { type PaletteColor, paletteColor } from '#contract/palette';
import { lastPlace } from '#db/queries/places';
import { findProjectNamed, insertProject } from '#db/queries/projects';
import { findTag, insertTag, setTaskTags } from '#db/queries/tasks';
import type { LedgerTx } from '#main/ledger/ledger';

/** Makes a task's tags those of these names; a name never seen makes a tag. */
export function setTags(tx: LedgerTx, taskId: string, names: readonly string[]): void {
  const ids = new Set<string>();
  for (const name of names) {
    const known = findTag(tx, name);
    if (known) {
      ids.add(known.id);
      continue;
    }
    const id = tx.newId();
    insertTag(tx, { id, name, color: colorOf(name) });
    ids.add(id);
  }
  setTaskTags(tx, taskId, [...ids]);
}

/** The project of that name; a name never seen makes one. @returns its id, null for an empty name */
export function projectNamed(tx: LedgerTx, text: string | null): string | null {
  const name = text?.replace(/\s+/gu, ' ').trim() ?? '';
  if (name === '') return null;
  const known = findProjectNamed(tx, name);
  if (known) return known.id;
  const id = tx.newId();
  const position = lastPlace(tx, 'project');
  insertProject(tx, { id, name, color: colorOf(name), position, createdAtMs: tx.nowMs });
  tx.emit({ type: 'project.created', version: 1, payload: { projectId: id } });
  return id;
}

/** A new name's colour: the same name always gets the same one. */
export function colorOf(name: string): PaletteColor {
  let sum = 0;
  for (const character of name.toLowerCase()) sum = (sum * 31 + character.codePointAt(0)!) % 9973;
  return paletteColor.options[sum % paletteColor.options.length]!;
}

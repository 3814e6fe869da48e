import { template } from '../schema/templates.ts';
import { type ReadHandle, type WriteHandle, preparedSql } from '../store/handles.ts';
import { insertRow, updateById } from '../store/rows.ts';

export type TemplateRow = typeof template.$inferSelect;

const COLUMNS = 'id, name, body, created_at_ms AS createdAtMs';
const all = preparedSql<[], TemplateRow>(`SELECT ${COLUMNS} FROM template ORDER BY name COLLATE NOCASE, id`);
const byId = preparedSql<[string], TemplateRow>(`SELECT ${COLUMNS} FROM template WHERE id = ?`);
const drop = preparedSql<[string], never>('DELETE FROM template WHERE id = ?');

export const allTemplates = (handle: ReadHandle): TemplateRow[] => all(handle).all();
export const templateById = (handle: ReadHandle, id: string): TemplateRow | undefined => byId(handle).get(id);

export function insertTemplate(handle: WriteHandle, row: TemplateRow): void {
  insertRow(handle, template, row);
}

/** @returns how many rows there were */
export function updateTemplate(handle: WriteHandle, id: string, values: Partial<TemplateRow>): number {
  return updateById(handle, template, id, values);
}

/** @returns how many rows there were */
export const deleteTemplate = (handle: WriteHandle, id: string): number => drop(handle).run(id).changes;

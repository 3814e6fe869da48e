import { type ReadHandle, preparedSql } from '../store/handles.ts';
import { foldText } from '../store/search-text.ts';

/** A name that things go by. */
export interface NameRow {
  readonly kind: 'tag' | 'person' | 'project' | 'area';
  readonly id: string | null;
  readonly name: string;
  /** How many things bear it. */
  readonly uses: number;
}

/** Each kind's names that hold the folded words @words at the beginning (or anywhere: `%` before them), commonest first. */
const NAMES: Readonly<Record<NameRow['kind'], string>> = {
  tag: `SELECT 'tag' AS kind, min(id) AS id, name, sum(uses) AS uses FROM (
      SELECT t.id, t.name, (SELECT count(*) FROM task_tag tt WHERE tt.tag_id = t.id) AS uses FROM tag t
      UNION ALL SELECT NULL, name, mentions FROM entry_name_total WHERE kind = 'tag'
    ) WHERE folded(name) GROUP BY lower(search_text(name))`,
  person: `SELECT 'person' AS kind, NULL AS id, name, mentions AS uses FROM entry_name_total
    WHERE kind = 'person' AND folded(name)`,
  project: `SELECT 'project' AS kind, p.id, p.name,
      (SELECT count(*) FROM task t WHERE t.project_id = p.id AND t.status = 'open') AS uses
    FROM project p WHERE folded(p.name)`,
  area: `SELECT 'area' AS kind, a.id, a.name, (SELECT count(*) FROM project p WHERE p.area_id = a.id) AS uses
    FROM area a WHERE folded(a.name)`,
};

const sqlOf = (kind: NameRow['kind']): string =>
  NAMES[kind].replace(/folded\(([a-z.]+)\)/u, String.raw`lower(search_text($1)) LIKE @words ESCAPE '\'`);

const statements = Object.fromEntries(
  (Object.keys(NAMES) as NameRow['kind'][]).map((kind) => [
    kind,
    preparedSql<{ words: string; limit: number }, NameRow>(
      `SELECT * FROM (${sqlOf(kind)}) ORDER BY uses DESC, name LIMIT @limit`,
    ),
  ]),
) as Record<NameRow['kind'], ReturnType<typeof preparedSql<{ words: string; limit: number }, NameRow>>>;

/**
 * Names of a kind that begin with what is typed, or of which a later word does.
 *
 * @param typed in whatever case, with or without accents
 */
export function namesFrom(handle: ReadHandle, kind: NameRow['kind'], typed: string, limit: number): NameRow[] {
  const folded = foldText(typed.trim()).replace(/[\\%_]/gu, String.raw`\$&`);
  const statement = statements[kind](handle);
  const first = statement.all({ words: `${folded}%`, limit });
  if (first.length >= limit || folded === '') return first;
  const known = new Set(first.map(({ name }) => name));
  const later = statement.all({ words: `% ${folded}%`, limit }).filter(({ name }) => !known.has(name));
  return [...first, ...later].slice(0, limit);
}

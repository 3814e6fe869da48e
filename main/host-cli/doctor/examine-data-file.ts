import { readdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { countText } from '../print.ts';
import { type Finding, bad, good, note } from './finding.ts';
import { walkLedger } from './ledger-chain.ts';

/** "BDMP", as the store marks its files. */
const APPLICATION_ID = 0x42444d50;

/**
 * Looks at a data file without changing it: opened read-only, by Node's own SQLite and not by the store, which would bring
 * it up to date.
 *
 * @param migrationsDir the migrations this version ships
 */
export function examineDataFile(file: string, migrationsDir: string): Finding[] {
  let database: DatabaseSync;
  try {
    database = new DatabaseSync(file, { readOnly: true });
  } catch (error) {
    return [bad('data file', `It can't be opened (${codeOf(error)}).`)];
  }
  try {
    const owner = ownerOf(database);
    if (owner) return [owner];
    const pages = pagesOf(database);
    const version = versionOf(database, migrationsDir);
    // What follows reads tables of this version out of whole pages.
    if (pages.state === 'bad' || version.state === 'bad') return [pages, version];
    return [pages, version, ledgerOf(database), searchOf(database)];
  } catch (error) {
    return [bad('data file', `It can't be read to its end (${codeOf(error)}). Restore a backup.`)];
  } finally {
    database.close();
  }
}

function ownerOf(database: DatabaseSync): Finding | null {
  const id = numberOf(database, 'PRAGMA application_id');
  return id === APPLICATION_ID ? null : bad('data file', 'It belongs to another program. Choose another data folder.');
}

function pagesOf(database: DatabaseSync): Finding {
  const rows = database.prepare('PRAGMA integrity_check(10)').all();
  const isWhole = rows.length === 1 && Object.values(rows[0] ?? {})[0] === 'ok';
  return isWhole
    ? good('data file', 'Every page of it is whole.')
    : bad('data file', `It is damaged (${countText(rows.length, 'fault')} or more). Restore a backup.`);
}

function versionOf(database: DatabaseSync, migrationsDir: string): Finding {
  const version = numberOf(database, 'PRAGMA user_version');
  const shipped = readdirSync(migrationsDir).filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name)).length;
  if (version > shipped)
    return bad('schema', `A newer Braindump wrote it (${version}; this one knows ${shipped}). Update this one.`);
  return version < shipped
    ? note(
        'schema',
        `It is from an older Braindump (${version} of ${shipped}) and is brought up to date when it is opened.`,
      )
    : good('schema', `Version ${version}, as this Braindump writes it.`);
}

function ledgerOf(database: DatabaseSync): Finding {
  const { commits, firstBrokenSeq } = walkLedger(database);
  return firstBrokenSeq === null
    ? good('ledger', `${countText(commits, 'commit')}, and the chain of their hashes holds.`)
    : bad('ledger', `The chain of hashes breaks at commit ${firstBrokenSeq}: the history was changed from outside.`);
}

/** The tables whose rows are searched are those whose triggers fill the index. */
function searchOf(database: DatabaseSync): Finding {
  const tables = database
    .prepare(
      `SELECT tbl_name AS name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'ledger_*_insert' AND sql LIKE '%INSERT INTO search_doc%'`,
    )
    .all()
    .map(({ name }) => String(name));
  const rows = tables.reduce((sum, table) => sum + numberOf(database, `SELECT count(*) FROM "${table}"`), 0);
  const documents = numberOf(database, 'SELECT count(*) FROM search_doc');
  const indexed = numberOf(database, 'SELECT count(*) FROM search_fts_docsize');
  return rows === documents && rows === indexed
    ? good('search', `${countText(rows, 'thing')} in the index, none missing.`)
    : bad('search', `The index holds ${indexed} things of ${rows}. Restore a backup, or search will miss some.`);
}

function numberOf(database: DatabaseSync, sql: string): number {
  return Number(Object.values(database.prepare(sql).get() ?? {})[0] ?? 0);
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'errstr' in error) return String(error.errstr);
  return error instanceof Error && 'code' in error ? String(error.code) : 'an unknown fault';
}

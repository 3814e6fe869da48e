import { getTableName } from 'drizzle-orm';
import { ledgeredTables } from '../schema/index.ts';
import { type ReadHandle, preparedSql } from '../store/handles.ts';

const userTables = ledgeredTables.map(({ table }) => getTableName(table)).filter((name) => name !== 'setting');

const somethingSql = preparedSql<[], { found: number }>(
  `SELECT ${userTables.map((name) => `EXISTS (SELECT 1 FROM "${name}")`).join(' OR ')} AS found`,
);
const standingLoadSql = preparedSql<[string], { seq: number }>(
  `SELECT c.seq FROM ledger_commit c WHERE c.command = ?
   AND NOT EXISTS (SELECT 1 FROM ledger_commit u WHERE u.undoes = c.seq
     AND NOT EXISTS (SELECT 1 FROM ledger_commit r WHERE r.undoes = u.seq))
   ORDER BY c.seq DESC LIMIT 1`,
);
const cascadesSql = preparedSql<[], { child: string; column: string; parent: string }>(
  `SELECT m.name AS child, f."from" AS "column", f."table" AS parent
   FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f ON f.on_delete = 'CASCADE' WHERE m.type = 'table'
   -- What has no id of its own is made again from its parent and is nobody's.
   AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) c WHERE c.name = 'id')`,
);

/** Whether the user's tables hold nothing; settings don't count. */
export const isProfileEmpty = (handle: ReadHandle): boolean => somethingSql(handle).get()!.found === 0;

/** The newest commit of a command that was not taken back. */
export const standingCommitOf = (handle: ReadHandle, command: string): number | undefined =>
  standingLoadSql(handle).get(command)?.seq;

/** Whether deleting what a commit added would take rows with it that came later, such as an event in its calendar. */
export function holdsLaterRows(handle: ReadHandle, seq: number): boolean {
  return cascadesSql(handle)
    .all()
    .some(({ child, column, parent }) =>
      handle.sqlite
        .prepare<{ seq: number; child: string; parent: string }>(
          `SELECT 1 FROM "${child}" WHERE "${column}" IN (SELECT row_id FROM ledger_change WHERE commit_seq = @seq AND table_name = @parent)
           AND id NOT IN (SELECT row_id FROM ledger_change WHERE commit_seq = @seq AND table_name = @child) LIMIT 1`,
        )
        .get({ seq, child, parent }),
    );
}

import { type RowAccess, rowAccess } from '#db/queries/ledger';
import { ledgeredTables } from '#db/schema/index';
import { getTableName } from 'drizzle-orm';

/** How the rows of each recorded table are read and set. */
export const accessByTable: ReadonlyMap<string, RowAccess> = new Map(
  ledgeredTables.map((spec) => [getTableName(spec.table), rowAccess(spec)]),
);

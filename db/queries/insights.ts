import { eq, sql } from 'drizzle-orm';
import { insightDecision } from '../schema/insights.ts';
import { type ReadHandle, type WriteHandle, prepared, preparedSql } from '../store/handles.ts';

export type DecisionRow = typeof insightDecision.$inferSelect;

const ofEntry = prepared((orm: ReadHandle['orm']) =>
  orm
    .select()
    .from(insightDecision)
    .where(eq(insightDecision.entryId, sql.placeholder('entryId')))
    .orderBy(insightDecision.decidedAtMs)
    .prepare(),
);
const upsert = preparedSql<DecisionRow, never>(
  `INSERT INTO insight_decision (id, entry_id, kind, quote, state, target_table, target_id, decided_at_ms)
   VALUES (@id, @entryId, @kind, @quote, @state, @targetTable, @targetId, @decidedAtMs)
   ON CONFLICT (entry_id, kind, quote) DO UPDATE SET
     state = excluded.state, target_table = excluded.target_table, target_id = excluded.target_id, decided_at_ms = excluded.decided_at_ms`,
);

export const decisionsOfEntry = (handle: ReadHandle, entryId: string): DecisionRow[] =>
  ofEntry(handle).all({ entryId });

/** Keeps a decision; a later one about the same words replaces it. */
export function saveDecision(handle: WriteHandle, row: DecisionRow): void {
  upsert(handle).run(row);
}

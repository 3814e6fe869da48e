import { type ReadHandle, type WriteHandle, preparedSql } from '../store/handles.ts';

/** What stands in the capture bar; `ignored` is JSON. */
export interface CaptureDraftRow {
  readonly text: string;
  readonly ignored: string;
  readonly updatedAtMs: number;
}

const find = preparedSql<[], CaptureDraftRow>(
  'SELECT text, ignored, updated_at_ms AS updatedAtMs FROM capture_draft WHERE id = 1',
);
const put = preparedSql<CaptureDraftRow & Record<string, unknown>, never>(
  `INSERT INTO capture_draft (id, text, ignored, updated_at_ms) VALUES (1, @text, @ignored, @updatedAtMs)
   ON CONFLICT (id) DO UPDATE SET
     text = excluded.text, ignored = excluded.ignored, updated_at_ms = excluded.updated_at_ms`,
);
const drop = preparedSql<[], never>('DELETE FROM capture_draft');

export const captureDraft = (handle: ReadHandle): CaptureDraftRow | undefined => find(handle).get();

export function saveCaptureDraft(handle: WriteHandle, row: CaptureDraftRow): void {
  put(handle).run({ ...row });
}

export function deleteCaptureDraft(handle: WriteHandle): void {
  drop(handle).run();
}

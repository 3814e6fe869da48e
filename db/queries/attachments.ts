import type { attachment } from '../schema/attachments.ts';
import { type ReadHandle, type WriteHandle, preparedSql } from '../store/handles.ts';

export type AttachmentRow = typeof attachment.$inferSelect;

const COLUMNS = 'id, name, mime, extension, bytes, created_at_ms AS createdAtMs';

const byIds = preparedSql<[string], AttachmentRow>(
  `SELECT ${COLUMNS} FROM attachment WHERE id IN (SELECT value FROM json_each(?))`,
);
const all = preparedSql<[], AttachmentRow>(`SELECT ${COLUMNS} FROM attachment ORDER BY id`);
const put = preparedSql<AttachmentRow, never>(
  `INSERT INTO attachment (id, name, mime, extension, bytes, created_at_ms)
   VALUES (@id, @name, @mime, @extension, @bytes, @createdAtMs) ON CONFLICT (id) DO NOTHING`,
);
const textsThatLink = preparedSql<[], { text: string }>(
  `SELECT body AS text FROM entry WHERE body LIKE '%attachments/%'
   UNION ALL SELECT body FROM draft WHERE body LIKE '%attachments/%'`,
);
const pastTextsThatLink = preparedSql<[], { text: string }>(
  `SELECT before || coalesce(after, '') AS text FROM ledger_change WHERE before LIKE '%attachments/%'
   UNION ALL SELECT after FROM ledger_change WHERE before IS NULL AND after LIKE '%attachments/%'`,
);

export const attachmentsById = (handle: ReadHandle, ids: readonly string[]): AttachmentRow[] =>
  byIds(handle).all(JSON.stringify(ids));
export const allAttachments = (handle: ReadHandle): AttachmentRow[] => all(handle).all();

/** Notes what a kept file is; the first one to be told of it stands. */
export function insertAttachment(handle: WriteHandle, row: AttachmentRow): void {
  put(handle).run(row);
}

const LINK = /attachments\/([0-9a-f]{32})\.[a-z0-9]{1,8}/g;

/** The ids that entries and drafts link to now. */
export const linkedAttachments = (handle: ReadHandle): Set<string> => idsIn(textsThatLink(handle).iterate());

/** The ids that some earlier text of the history linked to: undo can bring each of them back. */
export const onceLinkedAttachments = (handle: ReadHandle): Set<string> => idsIn(pastTextsThatLink(handle).iterate());

function idsIn(rows: Iterable<{ text: string }>): Set<string> {
  const ids = new Set<string>();
  for (const { text } of rows) for (const match of text.matchAll(LINK)) ids.add(match[1]!);
  return ids;
}

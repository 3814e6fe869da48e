import { allAttachments, linkedAttachments, onceLinkedAttachments } from '#db/queries/attachments';
import type { ReadHandle } from '#db/store/handles';
import { ATTACHMENTS_DIR } from '#db/store/open-store';
import fs from 'node:fs';
import path from 'node:path';
import { attachmentFiles, isAsKept } from './attachment-files.ts';

/** What was seen of the files that texts link to; all but `bytes` are counts. */
export interface AttachmentsExamination {
  readonly files: number;
  readonly bytes: number;
  /** A text links to it, or a row tells of it, and it is not there. */
  readonly missing: number;
  /** Its contents are no longer those it was kept with. */
  readonly changed: number;
  /** No text links to it, but one of the history does: undo may bring it back. */
  readonly onlyInHistory: number;
  /** No text links to it and none ever did. */
  readonly unlinked: number;
}

/** Compares the kept files with the texts and their history, and reads every file. */
export function examineAttachments(dataDir: string, handle: ReadHandle): AttachmentsExamination {
  const files = attachmentFiles(path.join(dataDir, ATTACHMENTS_DIR));
  const linked = linkedAttachments(handle);
  const expected = new Set([...linked, ...allAttachments(handle).map(({ id }) => id)]);
  const unused = [...files.keys()].filter((id) => !linked.has(id));
  const inHistory = unused.length === 0 ? new Set<string>() : onceLinkedAttachments(handle);
  const onlyInHistory = unused.filter((id) => inHistory.has(id)).length;
  return {
    files: files.size,
    bytes: [...files.values()].reduce((sum, file) => sum + fs.statSync(file).size, 0),
    missing: [...expected].filter((id) => !files.has(id)).length,
    changed: [...files].filter(([id, file]) => !isAsKept(file, id)).length,
    onlyInHistory,
    unlinked: unused.length - onlyInHistory,
  };
}

import { ATTACHMENT_PATH, PICTURE_TYPES } from '#contract/attachments';
import { attachmentOf, keepFile, openFile, pictureUrl, sizeText } from '#renderer/features/attachments/index.ts';
import type { EditorFiles } from './editor/files.ts';

/** The files of an entry: kept in the data folder, shown here or opened by the system. */
export function entryFiles(enlarge: (path: string, words: string) => void): EditorFiles {
  return {
    async keep(file) {
      const kept = await keepFile(file);
      return kept === null ? null : { name: file.name, path: kept.path, isPicture: isPicture(kept.path) };
    },
    pictureUrl,
    async describe(path) {
      const file = await attachmentOf(ATTACHMENT_PATH.exec(path)?.[1] ?? '');
      return file === null ? null : { name: file.name, size: sizeText(file.bytes) };
    },
    open(path, words) {
      const id = ATTACHMENT_PATH.exec(path)?.[1];
      if (isPicture(path)) enlarge(path, words);
      else if (id !== undefined) void openFile(id);
    },
  };
}

const isPicture = (path: string): boolean => PICTURE_TYPES[ATTACHMENT_PATH.exec(path)?.[2] ?? ''] !== undefined;

import { allAttachments } from '#db/queries/attachments';
import type { ReadHandle } from '#db/store/handles';
import fs from 'node:fs';
import path from 'node:path';
import type { Services } from '../feature.ts';
import { linkOf } from './keep-attachment.ts';

/** Where every kept file lies in the data folder: `attachments/<id>.<extension>`. */
export const attachmentLinks = (handle: ReadHandle): string[] => allAttachments(handle).map(linkOf);

/** The text with its links to attachments as they are from another folder, such as `../../`. */
export const withLinksFrom = (text: string, prefix: string): string =>
  text.replaceAll(/\]\(attachments\/(?=[0-9a-f]{32}\.[a-z0-9]{1,8}[ )])/g, `](${prefix}attachments/`);

/**
 * The files a text links to, by their links; those that are not there are left out.
 *
 * @returns null when they are more than `maxBytes` together
 */
export function filesLinkedIn(services: Services, text: string, maxBytes: number): Map<string, Uint8Array> | null {
  const { dataDir } = services.storage.status();
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const [link] of text.matchAll(/attachments\/[0-9a-f]{32}\.[a-z0-9]{1,8}/g)) {
    const file = path.join(dataDir, link);
    const size = files.has(link) ? undefined : fs.statSync(file, { throwIfNoEntry: false })?.size;
    if (size === undefined) continue;
    bytes += size;
    if (bytes > maxBytes) return null;
    files.set(link, fs.readFileSync(file));
  }
  return files;
}

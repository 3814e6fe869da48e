import { allAttachments } from '#db/queries/attachments';
import type { ReadHandle } from '#db/store/handles';
import { linkOf } from './keep-attachment.ts';

/** Where every kept file lies in the data folder: `attachments/<id>.<extension>`. */
export const attachmentLinks = (handle: ReadHandle): string[] => allAttachments(handle).map(linkOf);

/** The text with its links to attachments as they are from another folder, such as `../../`. */
export const withLinksFrom = (text: string, prefix: string): string =>
  text.replaceAll(/\]\(attachments\/(?=[0-9a-f]{32}\.[a-z0-9]{1,8}[ )])/g, `](${prefix}attachments/`);

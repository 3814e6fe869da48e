import { z } from 'zod';
import { NOT_FOUND, call } from './refusals.ts';
import { instantMs } from './time.ts';

/** Bytes one file may have: what one frame of the bridge carries with room to spare. */
export const MAX_ATTACHMENT_BYTES = 50_000_000;
export const ATTACHMENT_TOO_LARGE = 'A file may have 50 MB at most. This one was not attached; your text is as it was.';

/**
 * What a picture's file may be and how it is served. Only these are shown in the window, and only as pictures: whatever else
 * was attached is opened by the program the system has for it.
 */
export const PICTURE_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
  svg: 'image/svg+xml',
};

/** `attachments/<id>.<extension>` as a Markdown link holds it: relative, so that it means the same in an exported folder. */
export const ATTACHMENT_PATH = /^attachments\/([0-9a-f]{32})\.([a-z0-9]{1,8})$/;

/** The first half of the SHA-256 of a file's contents: the same file is kept once. */
export const attachmentId = z.string().regex(/^[0-9a-f]{32}$/);

export const attachment = z.object({
  id: attachmentId,
  /** Of the file when it was first attached. */
  name: z.string(),
  mime: z.string(),
  bytes: z.int(),
  createdAtMs: instantMs,
  /** `attachments/<id>.<extension>`: what a text links to, and where it lies in the data folder. */
  path: z.string().regex(ATTACHMENT_PATH),
});

const file = z.file().max(MAX_ATTACHMENT_BYTES, ATTACHMENT_TOO_LARGE);

export const attachmentsContract = {
  /** Keeps a file in the data folder; the text that links to it is written by whoever asked. */
  keep: call.input(z.object({ file })).output(attachment),
  /** What is known of these, in no order; those that were never kept are left out. */
  describe: call.input(z.object({ ids: z.array(attachmentId).max(500) })).output(z.array(attachment)),
  /** Opens it with the program the system has for it. */
  open: call
    .errors({
      NOT_FOUND,
      NOT_OPENED: { message: 'No program of this system opens that file. You find it in the data folder.' },
      IS_PROGRAM: { message: 'That file is a program, and Braindump starts none. You find it in the data folder.' },
    })
    .input(z.object({ id: attachmentId }))
    .output(z.void()),
};

export type Attachment = z.infer<typeof attachment>;

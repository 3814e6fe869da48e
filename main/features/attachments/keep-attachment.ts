import type { Attachment } from '#contract/attachments';
import { type AttachmentRow, attachmentsById, insertAttachment } from '#db/queries/attachments';
import { ATTACHMENTS_DIR } from '#db/store/open-store';
import { StorageError } from '#db/store/storage-error';
import { randomUUID, webcrypto } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Services } from '../feature.ts';
import { extensionOf, typeOf } from './file-type.ts';

/** A file on its way into the data folder. */
export interface IncomingFile {
  /** As the user knows it; its extension says what it is. */
  readonly name: string;
  /** What it was given as, for a file whose name has no extension. */
  readonly mime?: string;
  readonly contents: Uint8Array<ArrayBuffer>;
}

/** `attachments/<id>.<extension>`, as texts link to it. */
export const linkOf = ({ id, extension }: Pick<AttachmentRow, 'id' | 'extension'>): string =>
  `${ATTACHMENTS_DIR}/${id}.${extension}`;

export const asAttachment = ({ extension, ...row }: AttachmentRow): Attachment => ({
  ...row,
  path: linkOf({ id: row.id, extension }),
});

/**
 * Keeps a file under the hash of its contents; one that is there already is kept once, under the name it came with first. The
 * file is whole and durable before its row exists, so that a crash leaves a file too many and never a row without one. It is
 * never removed: see ../../../db/schema/attachments.ts.
 *
 * @throws StorageError when the disk refuses; then nothing is left behind
 */
export async function keepAttachment(
  services: Services,
  { name, mime = '', contents }: IncomingFile,
): Promise<Attachment> {
  const { ledger, storage } = services;
  const { dataDir, storage: state } = storage.status();
  if (state.state === 'read-only') throw new StorageError('READ_ONLY', 'attachments');
  const digest = await webcrypto.subtle.digest('SHA-256', contents);
  const id = Buffer.from(digest).toString('hex').slice(0, 32);
  const [known] = attachmentsById(ledger.read, [id]);
  const extension = known?.extension ?? extensionOf(name, mime);
  await writeWhole(path.join(dataDir, linkOf({ id, extension })), contents);
  if (known) return asAttachment(known);
  const row: AttachmentRow = {
    id,
    name: plainName(name, extension),
    mime: typeOf(extension),
    extension,
    bytes: contents.byteLength,
    createdAtMs: services.clock.nowMs(),
  };
  ledger.writeUnrecorded((handle) => insertAttachment(handle, row));
  return asAttachment(row);
}

/** A name without folders and line breaks. */
function plainName(name: string, extension: string): string {
  const line = name
    .split(/[/\\]/)
    .at(-1)!
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .toWellFormed();
  return line === '' || line === `.${extension}` ? `file.${extension}` : line;
}

/** Writes under another name first: a file with the right name is whole. One of the right size is there already. */
async function writeWhole(file: string, contents: Uint8Array): Promise<void> {
  const folder = path.dirname(file);
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const size = await fs.stat(file).then(
    (found) => found.size,
    () => null,
  );
  if (size === contents.byteLength) return;
  const part = path.join(folder, `.${randomUUID()}.part`);
  try {
    const handle = await fs.open(part, 'wx', 0o600);
    try {
      await handle.writeFile(contents);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(part, file);
    await syncFolder(folder);
  } catch (error) {
    await fs.rm(part, { force: true });
    throw error;
  }
}

/** Makes the rename durable. Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes what a crash left of files on their way; a folder that refuses is left alone. */
export async function sweepParts(services: Services): Promise<void> {
  const folder = path.join(services.storage.status().dataDir, ATTACHMENTS_DIR);
  try {
    const names = await fs.readdir(folder);
    const parts = names.filter((name) => name.startsWith('.') && name.endsWith('.part'));
    await Promise.all(parts.map((name) => fs.rm(path.join(folder, name), { force: true })));
  } catch {
    // There is no such folder yet, or it can only be read.
  }
}

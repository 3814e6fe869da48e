import { ATTACHMENT_PATH, PICTURE_TYPES } from '#contract/attachments';
import { ATTACHMENTS_DIR } from '#db/store/open-store';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** A picture of the data folder on its way to the window. */
export interface PictureFile {
  readonly file: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The picture at an address of the page (`/attachments/<id>.<extension>`). It is served as that and nothing else: an SVG opened
 * by itself runs nothing, and a file that only calls itself a picture is none.
 *
 * @returns null for every other address, and where there is no such file
 */
export function pictureAt(dataDir: string, pathname: string): PictureFile | null {
  const [link, , extension = ''] = ATTACHMENT_PATH.exec(pathname.slice(1)) ?? [];
  const type = PICTURE_TYPES[extension];
  if (link === undefined || type === undefined) return null;
  const file = path.join(dataDir, link);
  if (fs.statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return null;
  return {
    file,
    headers: {
      'content-type': type,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      // The window keeps what it shows; a browser's cache would keep it when the data folder is long closed.
      'cache-control': 'no-store',
    },
  };
}

/** The kept files of a folder by their id; whatever else lies there is none of ours. */
export function attachmentFiles(folder: string): Map<string, string> {
  if (!fs.existsSync(folder)) return new Map();
  const files = new Map<string, string>();
  for (const name of fs.readdirSync(folder)) {
    const id = ATTACHMENT_PATH.exec(`${ATTACHMENTS_DIR}/${name}`)?.[1];
    if (id !== undefined) files.set(id, path.join(folder, name));
  }
  return files;
}

const CHUNK_BYTES = 1 << 20;

/** Whether a file still holds what its name, its contents' hash, says. */
export function isAsKept(file: string, id: string): boolean {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  const descriptor = fs.openSync(file, 'r');
  try {
    for (let read = 1; read > 0;) {
      read = fs.readSync(descriptor, chunk, 0, CHUNK_BYTES, null);
      hash.update(chunk.subarray(0, read));
    }
  } finally {
    fs.closeSync(descriptor);
  }
  return hash.digest('hex').startsWith(id);
}

/**
 * Copies the kept files that `to` lacks, or holds in another state, from `from`; a file that is no longer as it was kept is not
 * carried on. Each appears whole or not at all.
 *
 * @param setAside is told of a file before it is replaced
 */
export function copyAttachments(from: string, to: string, setAside: (file: string) => void): void {
  const there = attachmentFiles(to);
  for (const [id, file] of attachmentFiles(from)) {
    const held = there.get(id);
    if (held !== undefined && fs.statSync(held).size === fs.statSync(file).size && isAsKept(held, id)) continue;
    if (!isAsKept(file, id)) continue;
    fs.mkdirSync(to, { recursive: true, mode: 0o700 });
    const whole = path.join(to, path.basename(file));
    const part = path.join(to, `.${id}.part`);
    try {
      // On file systems that can, the copy takes no room until one of the two changes.
      fs.copyFileSync(file, part, fs.constants.COPYFILE_FICLONE);
      fs.chmodSync(part, 0o600);
      syncFile(part);
      if (held !== undefined) setAside(held);
      fs.renameSync(part, whole);
    } catch (error) {
      fs.rmSync(part, { force: true });
      throw error;
    }
  }
}

function syncFile(file: string): void {
  const descriptor = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

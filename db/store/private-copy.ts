import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A copy of a database and of what its WAL holds, in a folder of its own only this user can read. */
export function copyPrivately(file: string): { readonly file: string; remove(): void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'braindump-read-only-'));
  const copy = path.join(folder, path.basename(file));
  fs.copyFileSync(file, copy);
  fs.chmodSync(copy, 0o600);
  if (fs.existsSync(`${file}-wal`)) fs.copyFileSync(`${file}-wal`, `${copy}-wal`);
  return { file: copy, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

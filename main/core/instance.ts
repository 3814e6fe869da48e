import { createHash } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** What a second process may tell the running one. */
export type InstanceMessage = 'show' | 'capture' | 'changed';
const MESSAGES: readonly string[] = ['show', 'capture', 'changed'] satisfies readonly InstanceMessage[];

const ANSWER_WITHIN_MS = 3_000;

/**
 * The meeting point of all processes of one data folder: a socket file only this user can reach, or a named pipe on
 * Windows. It is not the lock of the data (SQLite has that) but how one window is shown instead of two.
 */
export function instanceAddress(dataDir: string, platform: NodeJS.Platform = process.platform): string {
  const name = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 24);
  if (platform === 'win32') return `\\\\.\\pipe\\braindump-${name}`;
  // A socket's path may have 107 bytes at most, so it can't simply lie in the data folder.
  const folder = path.join(process.env['XDG_RUNTIME_DIR'] || os.tmpdir(), `braindump-${process.getuid?.() ?? 0}`);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { mode, uid } = fs.lstatSync(folder);
  if (uid !== process.getuid?.() || (mode & 0o077) !== 0) throw new Error(`${folder} is not private`);
  return path.join(folder, `${name}.sock`);
}

/** Tells the running process something. @returns false when none runs on that data folder */
export function tellInstance(dataDir: string, message: InstanceMessage): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = net.connect(instanceAddress(dataDir));
  socket.setTimeout(ANSWER_WITHIN_MS, () => socket.destroy());
  socket.on('connect', () => socket.end(`${message}\n`));
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString()));
  socket.on('error', () => resolve(false));
  socket.on('close', () => resolve(answer === 'ok\n'));
  return promise;
}

/**
 * Becomes the one running process of a data folder.
 *
 * @returns stops being it; or null when another one runs
 */
export async function becomeInstance(
  dataDir: string,
  hear: (message: InstanceMessage) => void,
): Promise<(() => void) | null> {
  const address = instanceAddress(dataDir);
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    let heard = '';
    socket.setTimeout(ANSWER_WITHIN_MS, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      heard += chunk.toString();
      if (heard.length > 64) socket.destroy();
    });
    socket.on('end', () => {
      const message = heard.trim();
      const isKnown = MESSAGES.includes(message);
      socket.end(isKnown ? 'ok\n' : 'no\n');
      if (isKnown) hear(message as InstanceMessage);
    });
  });
  const listen = (): Promise<boolean> => {
    const { promise, resolve, reject } = Promise.withResolvers<boolean>();
    const failed = (error: NodeJS.ErrnoException): void =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error);
    server.once('error', failed);
    server.listen(address, () => {
      server.off('error', failed);
      resolve(true);
    });
    return promise;
  };
  if (!(await listen())) {
    if (await answers(address)) return null;
    // A killed process left its socket file behind.
    fs.rmSync(address, { force: true });
    if (!(await listen())) return null;
  }
  server.unref();
  return () => server.close();
}

function answers(address: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = net.connect(address);
  socket.on('connect', () => {
    socket.destroy();
    resolve(true);
  });
  socket.on('error', () => resolve(false));
  return promise;
}

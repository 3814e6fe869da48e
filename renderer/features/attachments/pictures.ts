import { fetchOwn } from '#renderer/data/connection.ts';

/** Pictures held in memory at a time; what left is read from the disk again. */
const HELD = 80;

const held = new Map<string, Promise<string | null>>();

/**
 * An address that shows a picture of the data folder, for this window only; null when it can't be shown.
 *
 * The picture is asked for with the session's token, which an `<img>` could not send, and shown from memory.
 *
 * @param path `attachments/<id>.<extension>`
 */
export function pictureUrl(path: string): Promise<string | null> {
  const found = held.get(path);
  // The most recently seen stays longest.
  held.delete(path);
  const url = found ?? load(path);
  held.set(path, url);
  if (held.size > HELD) letGo(held.keys().next().value!);
  return url;
}

async function load(path: string): Promise<string | null> {
  try {
    const response = await fetchOwn(`/${path}`);
    if (response.ok) return URL.createObjectURL(await response.blob());
  } catch {
    // The core is away for a moment: asked again when it is next shown.
  }
  held.delete(path);
  return null;
}

function letGo(path: string): void {
  const url = held.get(path);
  held.delete(path);
  void url?.then((address) => address !== null && URL.revokeObjectURL(address));
}

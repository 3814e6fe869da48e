import type { Attachment } from '#contract/attachments';
import { client } from '#renderer/data/api.ts';

/** What is known of files: it never changes, so it is asked for once. */
const known = new Map<string, Promise<Attachment | null>>();

export function remember(attachment: Attachment): void {
  known.set(attachment.id, Promise.resolve(attachment));
}

/** Asked for within one frame, asked as one. */
let waiting: { readonly ids: string[]; readonly answer: Promise<readonly Attachment[]> } | null = null;

/** What a file is; null when there is no such file, or when it can't be asked for now. */
export function attachmentOf(id: string): Promise<Attachment | null> {
  const held = known.get(id);
  if (held !== undefined) return held;
  if (waiting === null) {
    const ids: string[] = [];
    const answer = new Promise((resolve) => setTimeout(resolve, 0)).then(() => {
      waiting = null;
      return client.attachments.describe({ ids });
    });
    waiting = { ids, answer };
  }
  waiting.ids.push(id);
  const asked = waiting.answer.then(
    (all) => all.find((one) => one.id === id) ?? null,
    () => null,
  );
  known.set(id, asked);
  // What was not there may be brought back by a restored backup.
  void asked.then((found) => found === null && known.delete(id));
  return asked;
}

import { ATTACHMENT_TOO_LARGE, type Attachment, MAX_ATTACHMENT_BYTES } from '#contract/attachments';
import { client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { showToast } from '#renderer/ui/toasts.tsx';
import { remember } from './known.ts';

/** Keeps a file in the data folder; a refusal is told. @returns null when it was refused */
export async function keepFile(file: File): Promise<Attachment | null> {
  // What is larger would not fit into one frame of the bridge: it is not even sent.
  if (file.size > MAX_ATTACHMENT_BYTES) return refused(ATTACHMENT_TOO_LARGE);
  const sent = await readable(file);
  if (sent === null) return refused(`“${file.name}” could not be read. A folder can’t be attached; its files can.`);
  try {
    const kept = await client.attachments.keep({ file: sent });
    remember(kept);
    return kept;
  } catch (error) {
    return refused(failureOf(error).message);
  }
}

/** A dropped folder looks like a file until it is read. */
async function readable(file: File): Promise<File | null> {
  try {
    return new File([await file.arrayBuffer()], file.name, { type: file.type });
  } catch {
    return null;
  }
}

function refused(message: string): null {
  showToast({ message, tone: 'alert' });
  return null;
}

import { client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { showToast } from '#renderer/ui/toasts.tsx';

/** Opens a kept file in the program the system has for it; says why when it can't. */
export async function openFile(id: string): Promise<void> {
  try {
    await client.attachments.open({ id });
  } catch (error) {
    showToast({ message: failureOf(error).message, tone: 'alert' });
  }
}

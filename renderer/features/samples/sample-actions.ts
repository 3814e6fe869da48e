import { client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { showToast } from '#renderer/ui/toasts.tsx';

/** Fills an empty profile and says so. Its undo is the removal, which stops where the person has built on a sample. */
export function loadSamples(): Promise<void> {
  return telling(async () => {
    await client.samples.load();
    showToast({ message: 'Sample data loaded', undo: () => void removeSamples() });
  });
}

/** Takes the samples out again and says so, with an undo of just that. */
export function removeSamples(): Promise<void> {
  return telling(async () => {
    const { seq } = await client.samples.remove();
    showToast({ message: 'Sample data removed', undo: () => void bringBack(seq) });
  });
}

function bringBack(seq: number): Promise<void> {
  return telling(async () => {
    const { words } = await client.history.undoCommit({ seq });
    showToast({ message: words });
  });
}

async function telling(change: () => Promise<void>): Promise<void> {
  try {
    await change();
  } catch (error) {
    showToast({ message: failureOf(error).message, tone: 'alert' });
  }
}

import { client } from '#renderer/data/api.ts';
import { failureOf } from '#renderer/data/failure.ts';
import { redoLast, undoLast } from '#renderer/data/use-command.ts';
import type { Command } from '#renderer/data/window-feature.ts';
import { showToast } from '#renderer/ui/toasts.tsx';

async function tell(done: Promise<unknown>, message: string, takeBack: () => Promise<void>): Promise<void> {
  try {
    await done;
    showToast({ message, undo: () => void takeBack() });
  } catch (error) {
    showToast({ message: failureOf(error).message, tone: 'alert' });
  }
}

export const sampleCommands: readonly Command[] = [
  {
    id: 'samples.load',
    title: 'Load sample data',
    group: 'Data',
    keywords: ['demo', 'example', 'try'],
    run: () => tell(client.samples.load(), 'Sample data loaded', undoLast),
  },
  {
    id: 'samples.remove',
    title: 'Remove sample data',
    group: 'Data',
    keywords: ['demo', 'example', 'clear'],
    // Removing is an undo of the load, so that taking it back is a redo.
    run: () => tell(client.samples.remove(), 'Sample data removed', redoLast),
  },
];

import type { Command } from '#renderer/data/window-feature.ts';
import { loadSamples, removeSamples } from './sample-actions.ts';

export const sampleCommands: readonly Command[] = [
  {
    id: 'samples.load',
    title: 'Load sample data',
    group: 'Data',
    keywords: ['demo', 'example', 'try'],
    run: loadSamples,
  },
  {
    id: 'samples.remove',
    title: 'Remove sample data',
    group: 'Data',
    keywords: ['demo', 'example', 'clear'],
    run: removeSamples,
  },
];

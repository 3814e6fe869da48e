import type { WindowFeature } from '#renderer/data/window-feature.ts';
import { sampleCommands } from './sample-commands.ts';

export { SampleOffer } from './sample-offer.tsx';

const canLoad = [['samples', 'canLoad']] as const;

export const samplesWindow: WindowFeature = {
  name: 'samples',
  commands: sampleCommands,
  tables: {
    entry: canLoad,
    task: canLoad,
    event: canLoad,
    calendar: canLoad,
    tag: canLoad,
    focus_session: canLoad,
    expense: canLoad,
  },
};

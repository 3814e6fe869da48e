import type { WindowFeature } from '#renderer/data/window-feature.ts';
import { openTemplates, TemplatesKeeper } from './templates-keeper.tsx';

export { DailyTemplateSelect, useDailyTemplate } from './daily-template.tsx';
export { fillTemplate } from './fill-template.ts';
export { openTemplates } from './templates-keeper.tsx';
export { useTemplates } from './use-templates.ts';

export const templatesWindow: WindowFeature = {
  name: 'templates',
  commands: [
    {
      id: 'templates.open',
      title: 'Templates of the journal',
      group: 'Journal',
      keywords: ['template', 'morning pages', 'gratitude', 'review', 'daily'],
      run: openTemplates,
    },
  ],
  tables: { template: [['templates']] },
  Background: TemplatesKeeper,
};

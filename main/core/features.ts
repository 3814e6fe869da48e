import type { Feature } from '#main/features/feature';
import { historyFeature } from '#main/features/history/index';
import { settingsFeature } from '#main/features/settings/index';
import { systemFeature } from '#main/features/system/index';
import { tasksFeature } from '#main/features/tasks/index';

/** Every feature of the core, one line each. */
export const features: readonly Feature<unknown>[] = [systemFeature, settingsFeature, historyFeature, tasksFeature];

/** The handlers of the whole contract. */
export const router = {
  system: systemFeature.router,
  settings: settingsFeature.router,
  history: historyFeature.router,
  tasks: tasksFeature.router,
};

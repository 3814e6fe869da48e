import { historyContract } from './history.ts';
import { settingsContract } from './settings.ts';
import { systemContract } from './system.ts';
import { tasksContract } from './tasks.ts';

/** Everything the window may ask for, feature by feature; both directions are parsed. */
export const contract = {
  system: systemContract,
  settings: settingsContract,
  history: historyContract,
  tasks: tasksContract,
};

export type Contract = typeof contract;

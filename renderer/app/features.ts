import type { WindowFeature } from '#renderer/data/window-feature.ts';
import { historyWindow } from '#renderer/features/history/index.ts';
import { journalWindow } from '#renderer/features/journal/index.ts';
import { settingsWindow } from '#renderer/features/settings/index.ts';
import { tasksWindow } from '#renderer/features/tasks/index.ts';

/** Every feature of the window, one line each. */
export const features: readonly WindowFeature[] = [journalWindow, tasksWindow, historyWindow, settingsWindow];

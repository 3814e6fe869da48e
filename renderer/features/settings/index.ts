import type { WindowFeature } from '#renderer/data/window-feature.ts';

export const settingsWindow: WindowFeature = { name: 'settings', tables: { setting: [['settings'], ['system', 'status']] } };

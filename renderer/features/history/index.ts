import type { WindowFeature } from '#renderer/data/window-feature.ts';

export const historyWindow: WindowFeature = { name: 'history', tables: {} };

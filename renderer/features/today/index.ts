import type { WindowFeature } from '#renderer/data/window-feature.ts';
import { DayTurn } from './day-turn.tsx';

export { type Today, useToday } from './use-today.ts';

export const todayWindow: WindowFeature = { name: 'today', tables: { setting: [['today']] }, Background: DayTurn };

import type { WindowFeature } from '#renderer/data/window-feature.ts';
import { Sun } from 'lucide-react';
import { createElement } from 'react';
import { DayTurn } from './day-turn.tsx';

export { type Today, useToday } from './use-today.ts';

/**
 * Today, whose side shows a part of the other features.
 *
 * @param others every other feature of the window
 */
export function todayWindow(others: readonly WindowFeature[]): WindowFeature {
  const sections = others.flatMap((feature) => feature.todaySections ?? []);
  return {
    name: 'today',
    routes: [
      {
        path: '/today',
        async load() {
          const { TodayScreen } = await import('./today-screen.tsx');
          return { default: () => createElement(TodayScreen, { sections }) };
        },
      },
    ],
    rail: [{ to: '/today', label: 'Today', icon: Sun, place: 'day', order: 10, keys: 'g d' }],
    commands: [
      { id: 'today.open', title: 'Go to Today', group: 'Go to', keys: 'g d', run: (app) => app.goTo('/today') },
      {
        id: 'today.plan',
        title: 'Plan my day',
        group: 'Today',
        keywords: ['morning', 'ritual', 'review', 'triage'],
        run: (app) => app.goTo('/today?ritual=plan'),
      },
      {
        id: 'today.close',
        title: 'Close my day',
        group: 'Today',
        keywords: ['evening', 'ritual', 'shutdown', 'review', 'end'],
        run: (app) => app.goTo('/today?ritual=close'),
      },
    ],
    keys: [
      {
        title: 'Today',
        shortcuts: [
          { keys: '[', label: 'Day before' },
          { keys: ']', label: 'Day after' },
          { keys: 't', label: 'Today' },
          { keys: '\\', label: 'Show or hide the side' },
          { keys: 'p', label: 'Plan my day' },
          { keys: 'e', label: 'Close my day' },
        ],
      },
    ],
    tables: { setting: [['today']], task: [['today', 'review']] },
    Background: DayTurn,
  };
}

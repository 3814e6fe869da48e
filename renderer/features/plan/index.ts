import { PlanToday } from './plan-today.tsx';
import type { WindowFeature } from '#renderer/data/window-feature.ts';

export { DecisionBar } from './decision-bar.tsx';
export { DoesNotFit } from './does-not-fit.tsx';
export { LearnedLength } from './learned-length.tsx';
export { ReasonCard } from './reason-card.tsx';
export type { PlanSession } from './plan-session.ts';
export { type Planning, usePlan } from './use-plan.ts';

const FREE_AND_CHECK = [
  ['plan', 'freeTime'],
  ['plan', 'check'],
];

/** Plans are shown on the calendar; from anywhere one goes there to see it. */
export const planWindow: WindowFeature = {
  name: 'plan',
  commands: [
    {
      id: 'plan.day',
      title: 'Plan my day',
      group: 'Plan',
      keywords: ['schedule', 'today', 'blocks'],
      run: (app) => app.goTo('/calendar?plan=day'),
    },
    {
      id: 'plan.week',
      title: 'Plan my week',
      group: 'Plan',
      keywords: ['schedule', 'blocks'],
      run: (app) => app.goTo('/calendar?plan=week'),
    },
    {
      id: 'plan.anew',
      title: 'Make a realistic new plan',
      group: 'Plan',
      keywords: ['overdue', 'away', 'catch up', 'replan'],
      run: (app) => app.goTo('/calendar?plan=anew'),
    },
    {
      id: 'plan.mend',
      title: 'Mend the plan',
      group: 'Plan',
      keywords: ['collide', 'replan', 'moved'],
      run: (app) => app.goTo('/calendar?plan=mend'),
    },
  ],
  todaySections: [{ order: 20, Section: PlanToday }],
  keys: [
    {
      title: 'With a plan in hand',
      shortcuts: [
        { keys: 'j', label: 'Next block' },
        { keys: 'k', label: 'Last block' },
        { keys: 'a', label: 'Keep this block' },
        { keys: 'Shift+A', label: 'Keep this day' },
        { keys: 'r', label: 'Refuse this block' },
        { keys: '1', label: 'Say why it was refused: 1 to 5' },
        { keys: 'Space', label: 'What if' },
        { keys: 'Mod+Enter', label: 'Accept' },
      ],
    },
  ],
  tables: {
    event: FREE_AND_CHECK,
    block: FREE_AND_CHECK,
    setting: FREE_AND_CHECK,
    task: [
      ['plan', 'check'],
      ['plan', 'learned'],
    ],
    focus_session: [['plan', 'learned']],
  },
};

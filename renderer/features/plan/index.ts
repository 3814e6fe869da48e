import type { WindowFeature } from '#renderer/data/window-feature.ts';

export { DecisionBar } from './decision-bar.tsx';
export { DoesNotFit } from './does-not-fit.tsx';
export { ReasonCard } from './reason-card.tsx';
export type { PlanSession } from './plan-session.ts';
export { type Planning, usePlan } from './use-plan.ts';

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
  ],
  tables: { event: [['plan', 'freeTime']], block: [['plan', 'freeTime']], setting: [['plan', 'freeTime']] },
};

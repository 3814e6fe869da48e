import { todayContract } from '#contract/today';
import { dayBounds } from '#main/domain/time/zoned';
import { type CommitFacts, type CommitWords, counted } from '#main/ledger/commit-words';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, mapFailures } from '../feature.ts';
import { arrangeDay, reviewOf } from './rituals.ts';

const os = implement(todayContract).$context<FeatureContext>().use(mapFailures);

const router = os.router({
  now: os.now.handler(({ context: { services } }) => {
    const day = services.today();
    const zone = services.zone();
    return { day, zone, ...dayBounds(day, zone, services.settings().dayStartMin) };
  }),
  bounds: os.bounds.handler(({ input, context: { services } }) =>
    dayBounds(input.day, services.zone(), services.settings().dayStartMin),
  ),
  review: os.review.handler(({ context: { services } }) => reviewOf(services)),
  arrange: os.arrange.handler(({ input, context: { services } }) => arrangeDay(services, input)),
});

/** "Closed the day, moved 3 tasks and wrote a line" */
const told =
  (verb: string) =>
  ({ rows }: CommitFacts): string => {
    const moved = rows('task').length;
    const parts = [
      ...(moved > 0 ? [`moved ${counted(moved, 'task')}`] : []),
      ...(rows('entry').length > 0 ? ['wrote a line'] : []),
    ];
    return parts.length === 0 ? verb : `${verb}, ${parts.join(' and ')}`;
  };

const words: CommitWords = { 'today.plan': told('Planned the day'), 'today.close': told('Closed the day') };

export const todayFeature = { name: 'today', router, words } satisfies Feature<typeof router>;

import { todayContract } from '#contract/today';
import { dayBounds } from '#main/domain/time/zoned';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, mapFailures } from '../feature.ts';

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
});

export const todayFeature = { name: 'today', router } satisfies Feature<typeof router>;

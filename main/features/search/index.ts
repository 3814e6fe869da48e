import { searchContract } from '#contract/search';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, mapFailures } from '../feature.ts';
import { findAsYouType, findRanked, findRecent } from './find.ts';

export { findAsYouType, findRanked } from './find.ts';
export { TITLE_WEIGHT } from './score.ts';

const os = implement(searchContract).$context<FeatureContext>().use(mapFailures);

const router = os.router({
  asYouType: os.asYouType.handler(({ input, context: { services } }) => findAsYouType(services.ledger.read, input)),
  ranked: os.ranked.handler(({ input, context: { services } }) => findRanked(services.ledger.read, input)),
  recent: os.recent.handler(({ input, context: { services } }) => findRecent(services.ledger.read, input.limit)),
});

/** Finds everything; writes nothing. The index is kept by the generated triggers. */
export const searchFeature = { name: 'search', router } satisfies Feature<typeof router>;

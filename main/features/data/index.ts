import { dataContract } from '#contract/data';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, mapFailures } from '../feature.ts';
import { exportFolder } from './export-folder.ts';

const os = implement(dataContract).$context<FeatureContext>().use(mapFailures);

const router = os.router({
  export: os.export.handler(({ input: { folder }, context: { services } }) =>
    exportFolder(services.ledger.read, { folder, zone: services.zone(), today: services.today() }),
  ),
});

export const dataFeature = { name: 'data', router } satisfies Feature<typeof router>;

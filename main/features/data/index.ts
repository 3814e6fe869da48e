import { dataContract } from '#contract/data';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, mapFailures } from '../feature.ts';

const os = implement(dataContract).$context<FeatureContext>().use(mapFailures);

const router = os.router({
  export: os.export.handler(async ({ input: { folder }, context: { services } }) => {
    const { exportFolder } = await import('./export-folder.ts');
    return exportFolder(services.ledger.read, {
      folder,
      zone: services.zone(),
      today: services.today(),
      dataDir: services.storage.status().dataDir,
    });
  }),
});

export const dataFeature = { name: 'data', router } satisfies Feature<typeof router>;

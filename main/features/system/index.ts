import { systemContract } from '#contract/system';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, mapFailures } from '../feature.ts';
import { Refusal } from '../refusal.ts';
import { announcements } from './announcements.ts';

const os = implement(systemContract).$context<FeatureContext>().use(mapFailures);

const router = os.router({
  status: os.status.handler(({ context: { services } }) => ({
    ...services.storage.status(),
    capabilities: services.desktop.capabilities,
    zone: services.zone(),
    nowMs: services.clock.nowMs(),
  })),
  changes: os.changes.handler(({ context: { services }, signal }) => announcements(services, signal)),
  openLink: os.openLink.handler(({ input, context: { services } }) => services.desktop.openLink(input.url)),
  backups: os.backups.handler(({ context: { services } }) => [...services.storage.backups()]),
  backUp: os.backUp.handler(({ context: { services } }) => services.storage.backUp()),
  restore: os.restore.handler(({ input, context: { services } }) => {
    if (!services.storage.restore(input.name)) throw new Refusal('NO_SUCH_BACKUP');
  }),
});

export const systemFeature = { name: 'system', router } satisfies Feature<typeof router>;

import { type Settings, settings, settingsContract } from '#contract/settings';
import { saveSetting, storedSettings } from '#db/queries/settings';
import type { ReadHandle } from '#db/store/handles';
import { implement } from '@orpc/server';
import { type Feature, type FeatureContext, mapFailures } from '../feature.ts';

/** What holds now. A stored value that no longer fits its schema gives way to the default instead of stopping the app. */
export function readSettings(handle: ReadHandle): Settings {
  const stored = storedSettings(handle);
  const whole = settings.safeParse(stored);
  if (whole.success) return whole.data;
  const shape: Record<string, { safeParse(value: unknown): { success: boolean } }> = settings.shape;
  return settings.parse(Object.fromEntries(Object.entries(stored).filter(([key, value]) => shape[key]?.safeParse(value).success)));
}

const os = implement(settingsContract).$context<FeatureContext>().use(mapFailures);

const router = os.router({
  get: os.get.handler(({ context: { services } }) => services.settings()),
  update: os.update.handler(({ input, context: { services } }) =>
    services.ledger.write({ actor: 'user', command: 'settings.update' }, (tx) => {
      for (const [key, value] of Object.entries(input)) if (value !== undefined) saveSetting(tx, key, value);
      return readSettings(tx);
    }),
  ),
});

export const settingsFeature = {
  name: 'settings',
  router,
  words: { 'settings.update': (facts) => `Changed settings: ${facts.rows('setting').map((row) => row.id).join(', ')}` },
} satisfies Feature<typeof router>;

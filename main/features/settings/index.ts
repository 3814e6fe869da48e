import { type Settings, settings, settingsContract } from '#contract/settings';
import { saveSetting, storedSettings } from '#db/queries/settings';
import type { ReadHandle } from '#db/store/handles';
import { implement } from '@orpc/server';
import { instantOf, logicalDay } from '#main/domain/time/zoned';
import type { LedgerTx } from '#main/ledger/ledger';
import { type Feature, type FeatureContext, mapFailures } from '../feature.ts';
import { Refusal } from '../refusal.ts';
import { settingsWords } from './words.ts';

/** What holds now. A stored value that no longer fits its schema gives way to the default instead of stopping the app. */
export function readSettings(handle: ReadHandle): Settings {
  const stored = storedSettings(handle);
  const whole = settings.safeParse(stored);
  if (whole.success) return whole.data;
  const shape: Record<string, { safeParse(value: unknown): { success: boolean } }> = settings.shape;
  return settings.parse(
    Object.fromEntries(Object.entries(stored).filter(([key, value]) => shape[key]?.safeParse(value).success)),
  );
}

/** The user's day at the moment of a commit. */
export function todayOf(tx: LedgerTx): string {
  const { zone, dayStartMin } = readSettings(tx);
  return logicalDay(tx.nowMs, zone ?? tx.machineZone, dayStartMin);
}

/** Whether the time library knows a zone: everything that tells a day depends on it. */
function isZone(zone: string): boolean {
  try {
    instantOf('2000-01-01T00:00', zone);
    return true;
  } catch {
    return false;
  }
}

const os = implement(settingsContract).$context<FeatureContext>().use(mapFailures);

const router = os.router({
  get: os.get.handler(({ context: { services } }) => services.settings()),
  update: os.update.handler(({ input, context: { services } }) => {
    for (const zone of [input.zone, input.secondZone]) if (zone && !isZone(zone)) throw new Refusal('NO_SUCH_ZONE');
    return services.ledger.write({ actor: 'user', command: 'settings.update' }, (tx) => {
      for (const [key, value] of Object.entries(input)) if (value !== undefined) saveSetting(tx, key, value);
      return readSettings(tx);
    });
  }),
});

export const settingsFeature = {
  name: 'settings',
  router,
  words: settingsWords,
} satisfies Feature<typeof router>;

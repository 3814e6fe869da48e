import type { Services } from '#main/features/feature';
import { localClient } from './bridge.ts';

/** Fills the demo profile with sample data around today, the first time it is opened. */
export async function fillDemo(services: Services): Promise<void> {
  const client = localClient(services);
  if (await client.samples.canLoad()) await client.samples.load();
}

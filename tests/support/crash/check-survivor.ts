import type { TestCore } from '../test-core.ts';
import { verifyChain } from '#main/ledger/commit-hash';

/** What the writer said it had written. */
export interface Acknowledged {
  readonly kind: string;
  readonly id: string;
  readonly mark: string;
}

export function parseAcknowledged(output: string): Acknowledged[] {
  // A line without its end was not said to the end.
  const lines = output.slice(0, output.lastIndexOf('\n') + 1).split('\n');
  return lines.flatMap((line) => {
    const [, kind, id, mark] = /^ack (\S+) (\S+) (.+)$/.exec(line) ?? [];
    return kind && id && mark ? [{ kind, id, mark }] : [];
  });
}

/** What of the acknowledged writes a reopened core does not hold, and what is wrong with its database. Empty when all is well. */
export async function problemsOf(
  { client, core }: Pick<TestCore, 'client' | 'core'>,
  acknowledged: readonly Acknowledged[],
): Promise<string[]> {
  const storage = core.services.storage.status().storage;
  if (storage.state !== 'open') return [`the store is ${storage.state}: ${storage.reason}`];
  const problems: string[] = [];
  const { sqlite } = core.services.ledger.read;
  const integrity = sqlite.prepare<[], { integrity_check: string }>('PRAGMA integrity_check(1)').get();
  if (integrity?.integrity_check !== 'ok') problems.push(`integrity: ${integrity?.integrity_check}`);
  const chain = verifyChain(core.services.ledger.read);
  if (chain.firstBrokenSeq !== null) problems.push(`the chain breaks at ${chain.firstBrokenSeq}`);
  // The last word on each thing counts; a later write may have been under way when the process died.
  const last = new Map(acknowledged.map((one) => [one.id, one]));
  for (const { kind, id, mark } of last.values()) {
    const found = await readMark({ client, today: new Date().toISOString().slice(0, 10) }, kind, id);
    if (found === null || !isAtLeast(found, mark))
      problems.push(`${kind} ${id} should hold ${mark} and holds ${found}`);
  }
  return problems;
}

/** A mark is written, then `-changed` is added: the unacknowledged second write may have happened or not. */
const isAtLeast = (found: string, mark: string): boolean => found === mark || found === `${mark}-changed`;

async function readMark({ client, today }: Reader, kind: string, id: string): Promise<string | null> {
  try {
    if (kind === 'task') return (await client.tasks.get({ id })).title;
    if (kind === 'event') return (await client.calendar.event({ id })).title;
    if (kind === 'entry') {
      const { entries } = await client.journal.day({ day: today });
      return entries.find((entry) => entry.id === id)?.body ?? null;
    }
  } catch {
    return null;
  }
  throw new Error(`the writer acknowledged a ${kind}`);
}

interface Reader {
  readonly client: TestCore['client'];
  readonly today: string;
}

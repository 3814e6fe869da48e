import { DATABASE_FILE, openStore } from '#db/store/open-store';
import { createLedger } from '#main/ledger/ledger';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Filling, fillStore } from './fill-store.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const migrationsDir = path.join(root, 'db/migrations');
/** The last generated thing belongs to this moment. */
export const GENERATED_UNTIL_MS = Date.UTC(2026, 10, 21, 9);

/**
 * A data folder with this many made-up entries and a tenth as many tasks and events each. Made once (about 0.5 ms an entry)
 * and kept in the temporary folder until what shapes it changes; callers that write work on a copy.
 */
export function generatedProfile(entries: number): string {
  const tenth = Math.floor(entries / 10);
  return keptProfile(String(entries), { entries, tasks: tenth, events: tenth, untilMs: GENERATED_UNTIL_MS });
}

const TEN_YEARS = { entries: 100_000, tasks: 50_000, events: 30_000, sessions: 20_000, years: 10 } as const;
const SIX_WEEKS = 6 / 52.18 / TEN_YEARS.years;

/** The same with what ten years of a busy life leave behind. */
export function tenYearProfile(): string {
  return keptProfile('ten-years', { ...TEN_YEARS, isLifelike: true, untilMs: GENERATED_UNTIL_MS });
}

/** The newest six weeks of such a life and nothing before: its screens are as full, its past is not there. */
export function sixWeekProfile(): string {
  const some = Object.fromEntries(
    Object.entries(TEN_YEARS).map(([what, count]) => [what, Math.ceil(count * SIX_WEEKS)]),
  );
  return keptProfile('six-weeks', {
    ...TEN_YEARS,
    ...some,
    years: TEN_YEARS.years * SIX_WEEKS,
    isLifelike: true,
    untilMs: GENERATED_UNTIL_MS,
  });
}

function keptProfile(name: string, filling: Filling): string {
  const folder = path.join(os.tmpdir(), `braindump-generated-${name}-${fingerprint()}`);
  if (fs.existsSync(path.join(folder, DATABASE_FILE))) return folder;
  for (const old of fs.readdirSync(os.tmpdir()))
    if (old.startsWith(`braindump-generated-${name}-`))
      fs.rmSync(path.join(os.tmpdir(), old), { recursive: true, force: true });
  // Filled beside its place and moved there whole, so that a broken attempt is never taken for one.
  const making = fs.mkdtempSync(`${folder}-making-`);
  const store = openStore({ dataDir: making, migrationsDir, nowMs: GENERATED_UNTIL_MS });
  fillStore(createLedger(store, { nowMs: () => GENERATED_UNTIL_MS }, []), filling);
  store.close();
  fs.renameSync(making, folder);
  return folder;
}

/** Of everything that decides what a filled store looks like. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of [migrationsDir, path.join(root, 'db/schema'), path.join(root, 'db/store'), import.meta.dirname])
    for (const name of fs.readdirSync(folder).toSorted()) hash.update(fs.readFileSync(path.join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

import { type WriteImportInput, writeImport } from '#main/features/imports/write-import';
import { createLedger } from '#main/ledger/ledger';
import { reactions } from '../reactions.ts';
import { type AtStore, withStore } from './with-store.ts';

/** What one import changes fits in here; with the usual cache its pages would be written several times over. */
const CACHE_KIB = 256_000;

/** With the same reactions as on the main thread: what follows from a thing follows from an imported one too. */
export const writeImportJob = ({ store: place, ...input }: AtStore<WriteImportInput>): boolean =>
  withStore(place, (store) => {
    store.read.sqlite.prepare(`PRAGMA cache_size = -${CACHE_KIB}`).run();
    return writeImport(createLedger(store, { nowMs: () => place.nowMs }, reactions), input);
  });

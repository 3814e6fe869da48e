import { type WriteImportInput, writeImport } from '#main/features/imports/write-import';
import { createLedger } from '#main/ledger/ledger';
import { reactions } from '../reactions.ts';
import { type AtStore, BULK_CACHE_KIB, withStore } from './with-store.ts';

/** With the same reactions as on the main thread: what follows from a thing follows from an imported one too. */
export const writeImportJob = ({ store: place, ...input }: AtStore<WriteImportInput>): boolean =>
  withStore(place, (store) => {
    store.read.sqlite.prepare(`PRAGMA cache_size = -${BULK_CACHE_KIB}`).run();
    return writeImport(createLedger(store, { nowMs: () => place.nowMs }, reactions), input);
  });

import { type RetraceInput, runRetrace } from '#main/features/history/retrace';
import { createLedger } from '#main/ledger/ledger';
import { reactions } from '../reactions.ts';
import { BULK_CACHE_KIB, type AtStore, withStore } from './with-store.ts';

export const retraceJob = ({ store: place, ...input }: AtStore<RetraceInput>): unknown =>
  withStore(place, (store) => {
    store.read.sqlite.prepare(`PRAGMA cache_size = -${BULK_CACHE_KIB}`).run();
    return runRetrace(createLedger(store, { nowMs: () => place.nowMs }, reactions), input);
  });

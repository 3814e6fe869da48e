import { type Store, openStore } from '#db/store/open-store';

/** How a job of the data worker reaches the data: with a connection of its own. */
export interface StorePlace {
  readonly dataDir: string;
  readonly migrationsDir: string;
  readonly nowMs: number;
}

/** What one import changes fits in here; with the usual cache its pages would be written several times over. */
export const BULK_CACHE_KIB = 256_000;

export type AtStore<T> = T & { readonly store: StorePlace };

export function withStore<T>(place: StorePlace, work: (store: Store) => T): T {
  const store = openStore(place);
  try {
    return work(store);
  } finally {
    store.close();
  }
}

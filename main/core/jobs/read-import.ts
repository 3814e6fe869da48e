import { type ReadImportInput, readImport } from '#main/features/imports/read-import';
import { type AtStore, withStore } from './with-store.ts';

export const readImportJob = ({ store, ...input }: AtStore<ReadImportInput>): unknown =>
  withStore(store, ({ read }) => readImport(read, input));

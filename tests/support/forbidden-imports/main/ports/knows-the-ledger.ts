import type { Ledger } from '#main/ledger/ledger'; export type A = Ledger;

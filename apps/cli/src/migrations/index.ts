import { Ledger0001 } from './0001-ledger.js';

/** All migrations in their order; forward only. */
export const migrations = [Ledger0001];

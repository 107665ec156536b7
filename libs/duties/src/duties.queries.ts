import { Injectable } from '@nestjs/common';
import type { LotId } from '#kernel';
import type { Tx } from '#platform';
import type { ActOnLot } from './domain/refuse-earlier-acts.js';

/** What people did to goods. */
@Injectable()
export class Duties {
  /** Every act on these lots, oldest entry first (as recorded). Lock the lots before, or an act may come between. */
  actsOn(tx: Tx, lots: readonly LotId[]): Promise<ActOnLot[]> {
    return tx.query(
      `SELECT a.lot, a.person, a.act, a.entry FROM state.acts a JOIN ledger.entries e ON e.id = a.entry
       WHERE a.lot = ANY($1) ORDER BY e.recorded, a.entry, a.lot, a.act`,
      [lots],
    );
  }
}

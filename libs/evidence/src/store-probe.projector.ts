import { Injectable } from '@nestjs/common';
import { Projectors } from '#ledger';

/** What probes of the store gave. */
@Injectable()
export class StoreProbeProjector {
  constructor(projectors: Projectors) {
    projectors.on('store.probed', async (tx, { id, data, recorded }) => {
      await tx.query(
        'INSERT INTO state.store_probes (entry, store, doubt, steps, recorded) VALUES ($1, $2, $3, $4, $5)',
        [id, data.store, data.doubt ?? null, JSON.stringify(data.steps), recorded],
      );
    });
  }
}

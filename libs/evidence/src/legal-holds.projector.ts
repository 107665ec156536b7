import { Injectable } from '@nestjs/common';
import { Projectors } from '#ledger';

/** Which lots are on hold, as far as their evidence is concerned. */
@Injectable()
export class LegalHoldsProjector {
  constructor(projectors: Projectors) {
    projectors.on('hold.placed', async (tx, { subject, data }) => {
      await tx.query('INSERT INTO state.evidence_holds (hold, lot) SELECT $1, unnest($2::uuid[])', [
        subject.id,
        data.lots,
      ]);
    });
    projectors.on('hold.released', async (tx, { data }) => {
      await tx.query('DELETE FROM state.evidence_holds WHERE hold = $1', [data.hold]);
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Projectors } from '#ledger';

/** The only writer of the installation's catalogue rows: the latest row of a code is in force. */
@Injectable()
export class CatalogueProjector {
  constructor(projectors: Projectors) {
    projectors.on('catalogue.overridden', async (tx, { id, subject, data }) => {
      await tx.query(
        `INSERT INTO state.catalogue_overrides (kind, code, row, version, entry) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (kind, code) DO UPDATE SET row = $3, version = $4, entry = $5`,
        [data.kind, data.code, JSON.stringify(data.row), subject.version, id],
      );
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Sha256 } from '#kernel';
import { DataSource } from 'typeorm';

export interface DueHold {
  readonly sha256: Sha256;
  /** Whether the store is to hold the object, or to let it go. */
  readonly on: boolean;
}

/** Where the store and the ledger differ about what is on hold. */
@Injectable()
export class LegalHoldsQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Photos and documents of lots on hold that the store does not hold, and the reverse; at most `limit`. */
  due(store: string, limit: number): Promise<DueHold[]> {
    return this.dataSource.query(
      `WITH wanted AS (
         SELECT p.sha256 FROM state.evidence_holds h
           JOIN state.photo_lots l ON l.lot = h.lot JOIN state.photos p ON p.id = l.photo
         UNION
         SELECT d.sha256 FROM state.evidence_holds h
           JOIN state.documents d ON d.about_kind = 'lot' AND d.about_id = h.lot::text)
       SELECT s.sha256, w.sha256 IS NOT NULL AS on
       FROM work.stored_objects s LEFT JOIN wanted w ON w.sha256 = s.sha256
       WHERE s.store = $1 AND s.held <> (w.sha256 IS NOT NULL)
         AND EXISTS (SELECT 1 FROM state.photos p WHERE p.sha256 = s.sha256
                     UNION ALL SELECT 1 FROM state.documents d WHERE d.sha256 = s.sha256)
       ORDER BY s.sha256 LIMIT $2`,
      [store, limit],
    );
  }
}

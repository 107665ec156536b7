import { Injectable } from '@nestjs/common';
import type { DocumentSubject } from '#evidence';
import { formatInstant, type Instant, type PersonId, type Sha256 } from '#kernel';
import type { Tx } from '#platform';

/** A paper as the page of its subject lists it. */
export interface PaperShown {
  readonly sha256: Sha256;
  readonly mediaType: string;
  readonly kind: string;
  readonly person: PersonId;
  readonly recorded: Instant;
}

/** Papers by what they are about. */
@Injectable()
export class PaperQueries {
  /** The papers of one subject, the oldest first. */
  async about(tx: Tx, { kind, id }: DocumentSubject): Promise<PaperShown[]> {
    const rows: (Omit<PaperShown, 'recorded'> & { recorded: Date })[] = await tx.query(
      `SELECT sha256, media_type AS "mediaType", kind, person, recorded FROM state.documents
       WHERE about_kind = $1 AND about_id = $2 ORDER BY recorded, id`,
      [kind, id],
    );
    return rows.map((row) => ({ ...row, recorded: formatInstant(row.recorded.getTime()) }));
  }
}

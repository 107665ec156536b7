import { Injectable } from '@nestjs/common';
import type { DeclaredQuantity } from '#entries';
import type { AgencyId, LotId } from '#kernel';
import { DataSource } from 'typeorm';

/** What a label says of a lot. */
export interface LabelFacts {
  readonly lot: LotId;
  readonly code: string;
  readonly category: string;
  readonly description: string;
  readonly declared: DeclaredQuantity;
  readonly reference: string;
  readonly caseNumber: string;
}

/** Which lots labels are for; absent criteria do not restrict. */
export interface LabelSearch {
  /** Agencies whose lots the asker sees. */
  readonly agencies: readonly AgencyId[];
  readonly lots?: readonly string[];
  readonly transfer?: string;
  readonly seizure?: string;
  /** Part of a lot's code or description, of its case's number or reference, or of the place where it is kept. */
  readonly q?: string;
  readonly limit: number;
}

/** Lots as labels name them, by code. */
@Injectable()
export class LabelQueries {
  constructor(private readonly dataSource: DataSource) {}

  find({ agencies, lots, transfer, seizure, q, limit }: LabelSearch): Promise<LabelFacts[]> {
    return this.dataSource.query(
      `SELECT l.id AS lot, l.code, l.category, l.description, l.record -> 'declared' AS declared, s.reference,
         s.case_number AS "caseNumber"
       FROM state.lots l JOIN state.seizures s ON s.id = l.seizure LEFT JOIN state.custody c ON c.lot = l.id
       WHERE EXISTS (SELECT 1 FROM state.visibility v
               WHERE v.kind = 'lot' AND v.subject = l.id::text AND v.agency = ANY($1))
         AND ($2::uuid[] IS NULL OR l.id = ANY($2))
         AND ($3::uuid IS NULL OR EXISTS (SELECT 1 FROM state.transfer_lines t WHERE t.transfer = $3 AND t.lot = l.id))
         AND ($4::uuid IS NULL OR l.seizure = $4)
         AND ($5::text IS NULL OR strpos(lower(concat_ws(chr(31), l.code, l.description, s.reference, s.case_number,
              c.location)), lower($5)) > 0)
       ORDER BY l.code LIMIT $6`,
      [agencies, lots ?? null, transfer ?? null, seizure ?? null, q ?? null, limit],
    );
  }
}

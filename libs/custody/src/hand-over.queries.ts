import { Injectable } from '@nestjs/common';
import type { AgencyId, LotId, PersonId, SeizureId, TransferId } from '#kernel';
import { DataSource } from 'typeorm';
import type { SourceAccount } from './domain/transfer.js';

/** Goods that somebody can hand over now; the amount in the lot's base unit. */
export interface OfferableLot {
  readonly lot: LotId;
  readonly code: string;
  readonly category: string;
  readonly description: string;
  readonly seizure: SeizureId;
  readonly reference: string;
  readonly caseNumber: string;
  readonly seals: readonly string[];
  readonly source: SourceAccount;
  readonly amount: string;
  readonly unit: string;
  readonly location: string | null;
}

/** Whose goods are asked for, and which of them; absent criteria do not restrict. */
export interface OfferableSearch {
  readonly giver: { readonly person: PersonId; readonly agency: AgencyId; readonly officer: boolean };
  /** Part of a lot's code, description or brand, or of its case's number or reference. */
  readonly q?: string;
  readonly seizure?: SeizureId;
  /** Only these lots. */
  readonly lots?: readonly string[];
  readonly limit: number;
}

/** What a hand-over shows of a line beside the amounts. */
export interface SheetLine {
  readonly lot: LotId;
  readonly seizure: SeizureId;
  readonly reference: string;
  readonly seals: readonly string[];
  /** RFC 3339; when the goods were seized. */
  readonly happened: string;
}

/** Reads for those who stand before the goods: what may be handed over, and what a hand-over consists of. */
@Injectable()
export class HandOverQueries {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Goods that a person can offer, by code: what the person keeps, and for officers what is still with the officers
   * of a confirmed seizure of their agency. Goods in an open hand-over are left out.
   */
  offerable({ giver, q, seizure, lots, limit }: OfferableSearch): Promise<OfferableLot[]> {
    return this.dataSource.query(`${offerable} ORDER BY l.code LIMIT $7`, [
      giver.person,
      giver.agency,
      giver.officer,
      q ?? null,
      seizure ?? null,
      lots ?? null,
      limit,
    ]);
  }

  /** The lines of a hand-over in the order of lot codes, as they stand in the cases. */
  sheet(transfer: TransferId): Promise<SheetLine[]> {
    return this.dataSource.query(
      `SELECT x.lot, l.seizure, s.reference, coalesce(l.record -> 'seals', '[]') AS seals,
         to_char(s.happened AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS happened
       FROM state.transfer_lines x JOIN state.lots l ON l.id = x.lot JOIN state.seizures s ON s.id = l.seizure
       WHERE x.transfer = $1 ORDER BY l.code`,
      [transfer],
    );
  }
}

// The same rule as sourceFor: what the giver keeps comes from the store, all else from the officers.
const offerable = `
  SELECT l.id AS lot, l.code, l.category, l.description, l.seizure, s.reference, s.case_number AS "caseNumber",
    coalesce(l.record -> 'seals', '[]') AS seals, x.source, trim_scale(x.amount)::text AS amount,
    l.record #>> '{base,unit}' AS unit, CASE WHEN x.source = 'custody' THEN c.location END AS location
  FROM state.lots l JOIN state.seizures s ON s.id = l.seizure LEFT JOIN state.custody c ON c.lot = l.id
  CROSS JOIN LATERAL (
    SELECT CASE WHEN c.custodian = $1 THEN 'custody' ELSE 'with-officers' END AS source,
      (SELECT coalesce(sum(b.amount), 0) FROM state.balances b WHERE b.lot = l.id AND b.account = ANY(
         CASE WHEN c.custodian = $1 THEN ARRAY['custody', 'allocated'] ELSE ARRAY['with-officers'] END)) AS amount) x
  WHERE x.amount > 0
    AND (c.custodian = $1 OR ($3::boolean AND l.responsible = $2 AND s.confirmed IS NOT NULL))
    AND NOT EXISTS (SELECT 1 FROM state.transfer_lines t WHERE t.lot = l.id AND t.open)
    AND ($4::text IS NULL OR strpos(lower(concat_ws(chr(31), l.code, l.description, l.record ->> 'brand',
         s.case_number, s.reference)), lower($4)) > 0)
    AND ($5::uuid IS NULL OR l.seizure = $5) AND ($6::uuid[] IS NULL OR l.id = ANY($6))`;

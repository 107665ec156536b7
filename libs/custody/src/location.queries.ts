import { Injectable } from '@nestjs/common';
import type { AgencyId, LotId } from '#kernel';
import { DataSource } from 'typeorm';

/** Which places or goods a list shows; absent criteria do not restrict. */
export interface LocationSearch {
  /** Agencies whose lots the asker sees. */
  readonly agencies: readonly AgencyId[];
  /** Part of the place's name; for goods also of a lot's code, description or case. */
  readonly q?: string;
  readonly limit: number;
}

/** A place where goods are kept. */
export interface LocationRow {
  readonly agency: AgencyId;
  /** Empty where the keeper named no place. */
  readonly location: string;
  readonly custodians: readonly string[];
  readonly lots: number;
}

/** A lot at its place; amounts in the lot's base unit. */
export interface KeptLot {
  readonly lot: LotId;
  readonly code: string;
  readonly category: string;
  readonly description: string;
  readonly reference: string;
  readonly agency: AgencyId;
  readonly custodian: string;
  readonly location: string;
  readonly amount: string;
  readonly unit: string;
}

/** Where goods are kept. Goods that have left the store (staged, destroyed) are at no place any more. */
@Injectable()
export class LocationQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** One page of places by agency and name; `after` is the agency and name of the last row of the page before. */
  places({
    agencies,
    q,
    limit,
    after,
  }: LocationSearch & { after?: readonly string[] }): Promise<LocationRow[]> {
    return this.dataSource.query(
      `SELECT c.agency, coalesce(c.location, '') AS location, count(*)::integer AS lots,
         array_agg(DISTINCT d.name ORDER BY d.name) AS custodians
       FROM ${kept} WHERE ${visible}
         AND ($2::text IS NULL OR strpos(lower(coalesce(c.location, '')), lower($2)) > 0)
         AND ($3::text IS NULL OR (c.agency::text, coalesce(c.location, '')) > ($3, $4))
       GROUP BY c.agency, coalesce(c.location, '') ORDER BY c.agency::text, coalesce(c.location, '') LIMIT $5`,
      [agencies, q ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** One page of goods by code, at one place or at all; `after` is the code of the last row of the page before. */
  goods(
    search: LocationSearch & { place?: { agency: string; location: string }; after?: string },
  ): Promise<KeptLot[]> {
    const { agencies, q, limit, place, after } = search;
    return this.dataSource.query(
      `SELECT c.lot, l.code, l.category, l.description, s.reference, c.agency, d.name AS custodian,
         coalesce(c.location, '') AS location, trim_scale(k.amount)::text AS amount,
         l.record #>> '{base,unit}' AS unit
       FROM ${kept} WHERE ${visible}
         AND ($2::text IS NULL OR strpos(lower(concat_ws(chr(31), l.code, l.description, s.reference, s.case_number,
              c.location)), lower($2)) > 0)
         AND ($3::text IS NULL OR (c.agency::text = $3 AND coalesce(c.location, '') = $4))
         AND ($5::text IS NULL OR l.code > $5)
       ORDER BY l.code LIMIT $6`,
      [agencies, q ?? null, place?.agency ?? null, place?.location ?? null, after ?? null, limit],
    );
  }
}

const kept = `state.custody c JOIN state.lots l ON l.id = c.lot JOIN state.seizures s ON s.id = l.seizure
  JOIN work.person_details d ON d.person = c.custodian
  JOIN LATERAL (SELECT sum(b.amount) AS amount FROM state.balances b
    WHERE b.lot = c.lot AND b.account IN ('custody', 'allocated')) k ON k.amount > 0`;
const visible = `EXISTS (SELECT 1 FROM state.visibility v
  WHERE v.kind = 'lot' AND v.subject = c.lot::text AND v.agency = ANY($1))`;

import { Injectable } from '@nestjs/common';
import type { LotRecord } from '#entries';
import type { AgencyId, LotId, SeizureId } from '#kernel';
import { DomainError, formatInstant } from '#kernel';
import type { Tx } from '#platform';
import { disposes, type LotFacts, type StandingDecision } from './domain/case-facts.js';

/** Which lots a search is for; absent criteria do not restrict. */
export interface LotSearch {
  /** Agencies whose lots are looked for: those that they are responsible for or keep. */
  readonly agencies: readonly AgencyId[];
  /** Part of a lot's code, description, brand or variety, or of its case's number or reference. */
  readonly q?: string;
  readonly category?: string;
  /** Only lots that have more than nothing on this account. */
  readonly account?: string;
  /** Code of the last lot of the page before. */
  readonly after?: string;
  readonly limit: number;
}

type Row = {
  id: LotId;
  seizure: SeizureId;
  record: LotRecord;
  responsible: AgencyId;
  confirmed: boolean;
  appraisal: LotFacts['appraisal'] | null;
  decisions: (Omit<StandingDecision, 'finalAt'> & { finalAt: number })[];
  holds: LotFacts['holds'];
};

/** Reads of lots for this and later libs. */
@Injectable()
export class LotQueries {
  /** The case facts of lots, in the order of ids; throws `missing` `lot.unknown` where one does not exist. */
  async facts(tx: Tx, lots: readonly LotId[]): Promise<LotFacts[]> {
    const wanted = [...new Set(lots)].sort();
    const rows: Row[] = await tx.query(`${select} WHERE l.id = ANY($1) ORDER BY l.id`, [wanted]);
    if (rows.length < wanted.length) {
      const found = new Set(rows.map(({ id }) => id));
      throw new DomainError('missing', 'lot.unknown', { lot: wanted.find((lot) => !found.has(lot))! });
    }
    return rows.map(factsOf);
  }

  /** A lot as it was registered; throws `missing` `lot.unknown`. */
  async record(tx: Tx, lot: LotId): Promise<LotRecord> {
    const [row] = await tx.query('SELECT record FROM state.lots WHERE id = $1', [lot]);
    if (!row) throw new DomainError('missing', 'lot.unknown', { lot });
    return (row as { record: LotRecord }).record;
  }

  /** One page of lots by code. */
  async search(tx: Tx, search: LotSearch): Promise<LotFacts[]> {
    const rows: Row[] = await tx.query(
      `${select}
       WHERE EXISTS (SELECT 1 FROM state.visibility v
               WHERE v.kind = 'lot' AND v.subject = l.id::text AND v.agency = ANY($1))
         AND ($2::text IS NULL OR l.category = $2) AND ($3::text IS NULL OR l.code > $3)
         AND ($4::text IS NULL OR strpos(lower(concat_ws(chr(31), l.code, l.description, l.record ->> 'brand',
              l.record ->> 'variety', s.case_number, s.reference)), lower($4)) > 0)
         AND ($5::text IS NULL OR EXISTS (SELECT 1 FROM state.balances b
              WHERE b.lot = l.id AND b.account = $5 AND b.amount > 0))
       ORDER BY l.code LIMIT $6`,
      [
        search.agencies,
        search.category ?? null,
        search.after ?? null,
        search.q ?? null,
        search.account ?? null,
        search.limit,
      ],
    );
    return rows.map(factsOf);
  }

  /** The lots of a seizure in the order of its list. */
  async ofSeizure(tx: Tx, seizure: SeizureId): Promise<LotFacts[]> {
    const rows: Row[] = await tx.query(`${select} WHERE l.seizure = $1 ORDER BY l.position`, [seizure]);
    return rows.map(factsOf);
  }
}

// One statement for any number of lots; the sub-selects use the indexes on lot.
const select = `
  SELECT l.id, l.seizure, l.record, l.responsible, s.confirmed IS NOT NULL AS confirmed,
    (SELECT jsonb_build_object('id', a.id, 'result', a.result, 'reportNumber', a.report_number)
       FROM state.appraisals a WHERE a.id = l.appraisal) AS appraisal,
    coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', d.id, 'number', d.number, 'kind', d.kind,
         'finalAt', floor(extract(epoch FROM d.final_at) * 1000), 'amount', trim_scale(dl.amount)::text))
         ORDER BY d.id)
       FROM state.decision_lots dl JOIN state.decisions d ON d.id = dl.decision
       WHERE dl.lot = l.id AND d.replaced_by IS NULL), '[]') AS decisions,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', h.id, 'reason', h.reason) ORDER BY h.placed_at, h.id)
       FROM state.hold_lots hl JOIN state.holds h ON h.id = hl.hold
       WHERE hl.lot = l.id AND h.released IS NULL), '[]') AS holds
  FROM state.lots l JOIN state.seizures s ON s.id = l.seizure`;

function factsOf(row: Row): LotFacts {
  const { record, appraisal } = row;
  const decisions = row.decisions.map((one) => ({ ...one, finalAt: formatInstant(one.finalAt) }));
  const decision = decisions.find(({ kind }) => disposes(kind)) ?? decisions[0];
  return {
    lot: row.id,
    code: record.code,
    seizure: row.seizure,
    category: record.category,
    description: record.description,
    ...(record.brand !== undefined && { brand: record.brand }),
    ...(record.variety !== undefined && { variety: record.variety }),
    declared: record.declared,
    base: record.base,
    basis: record.basis,
    ...(record.unitRatio !== undefined && { unitRatio: record.unitRatio }),
    responsible: row.responsible,
    confirmed: row.confirmed,
    ...(record.estimatedValue !== undefined && { estimatedValue: record.estimatedValue }),
    ...(appraisal && { appraisal }),
    ...(decision && { decision }),
    decisions,
    holds: row.holds,
  };
}

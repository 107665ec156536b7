import { Injectable } from '@nestjs/common';
import type { AppraisalId, DecisionId, EntryId, HoldId, Instant, LotId, Sha256 } from '#kernel';
import { DomainError, formatInstant } from '#kernel';
import type { Tx } from '#platform';
import type { AppraisalResult, DecisionKind } from './domain/case-facts.js';

/** An appraisal as it was recorded. */
export interface AppraisalRecord {
  readonly id: AppraisalId;
  readonly result: AppraisalResult;
  readonly body: string;
  readonly reportNumber: string;
  readonly happened: Instant;
  readonly entry: EntryId;
  readonly lots: readonly LotId[];
}

/** A decision, standing or replaced. */
export interface DecisionRecord {
  readonly id: DecisionId;
  readonly number: string;
  readonly kind: DecisionKind;
  readonly happened: Instant;
  readonly finalAt: Instant;
  readonly replacedBy?: DecisionId;
  readonly entry: EntryId;
  /** `amount` in the lot's base unit; absent = the whole lot. */
  readonly lots: readonly { readonly lot: LotId; readonly amount?: string }[];
}

/** A hold, standing or released. */
export interface HoldRecord {
  readonly id: HoldId;
  readonly reason: string;
  readonly document?: Sha256;
  readonly placedAt: Instant;
  readonly entry: EntryId;
  /** Entry of the release. */
  readonly released?: EntryId;
  readonly releaseReason?: string;
  readonly lots: readonly LotId[];
}

export interface CaseRecords {
  readonly appraisals: readonly AppraisalRecord[];
  readonly decisions: readonly DecisionRecord[];
  readonly holds: readonly HoldRecord[];
}

type Dated<T, K extends keyof T> = Omit<T, K> & Readonly<Record<K, Date>>;

/** What was recorded about the lots of a case, newest first: what no longer counts stays readable. */
@Injectable()
export class CaseRecordQueries {
  async ofLots(tx: Tx, lots: readonly LotId[]): Promise<CaseRecords> {
    const of = (table: string, column: string, alias: string) =>
      `EXISTS (SELECT 1 FROM state.${table} x WHERE x.${column} = ${alias}.id AND x.lot = ANY($1))`;
    return {
      appraisals: await appraisals(tx, of('appraisal_lots', 'appraisal', 'a'), lots),
      decisions: await decisions(tx, of('decision_lots', 'decision', 'd'), lots),
      holds: await holds(tx, of('hold_lots', 'hold', 'h'), lots),
    };
  }

  /** Throws `missing` `appraisal.unknown`. */
  async appraisal(tx: Tx, id: AppraisalId): Promise<AppraisalRecord> {
    return known(await appraisals(tx, 'a.id = ANY($1)', [id]), 'appraisal.unknown');
  }

  /** Throws `missing` `decision.unknown`. */
  async decision(tx: Tx, id: DecisionId): Promise<DecisionRecord> {
    return known(await decisions(tx, 'd.id = ANY($1)', [id]), 'decision.unknown');
  }

  /** Throws `missing` `hold.unknown`. */
  async hold(tx: Tx, id: HoldId): Promise<HoldRecord> {
    return known(await holds(tx, 'h.id = ANY($1)', [id]), 'hold.unknown');
  }
}

function known<T>([found]: readonly T[], code: string): T {
  if (found === undefined) throw new DomainError('missing', code);
  return found;
}

async function appraisals(tx: Tx, where: string, ids: readonly string[]): Promise<AppraisalRecord[]> {
  const rows: Dated<AppraisalRecord, 'happened'>[] = await tx.query(
    `SELECT a.id, a.result, a.body, a.report_number AS "reportNumber", a.happened, a.entry,
       ARRAY(SELECT l.lot FROM state.appraisal_lots l WHERE l.appraisal = a.id ORDER BY l.lot) AS lots
     FROM state.appraisals a WHERE ${where} ORDER BY a.happened DESC, a.id DESC`,
    [ids],
  );
  return rows.map((row) => ({ ...row, happened: instantOf(row.happened) }));
}

async function decisions(tx: Tx, where: string, ids: readonly string[]): Promise<DecisionRecord[]> {
  type Row = Dated<Omit<DecisionRecord, 'replacedBy'>, 'happened' | 'finalAt'>;
  const rows: (Row & { replacedBy: DecisionId | null })[] = await tx.query(
    `SELECT d.id, d.number, d.kind, d.happened, d.final_at AS "finalAt", d.replaced_by AS "replacedBy", d.entry,
       (SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('lot', l.lot, 'amount', trim_scale(l.amount)::text))
          ORDER BY l.lot) FROM state.decision_lots l WHERE l.decision = d.id) AS lots
     FROM state.decisions d WHERE ${where} ORDER BY d.happened DESC, d.id DESC`,
    [ids],
  );
  return rows.map(({ replacedBy, happened, finalAt, ...row }) => ({
    ...row,
    happened: instantOf(happened),
    finalAt: instantOf(finalAt),
    ...(replacedBy !== null && { replacedBy }),
  }));
}

async function holds(tx: Tx, where: string, ids: readonly string[]): Promise<HoldRecord[]> {
  type Optional = 'document' | 'released' | 'releaseReason';
  type Row = Dated<Omit<HoldRecord, Optional>, 'placedAt'> & { [K in Optional]: HoldRecord[K] | null };
  const rows: Row[] = await tx.query(
    `SELECT h.id, h.reason, h.document, h.placed AS entry, h.placed_at AS "placedAt", h.released,
       h.release_reason AS "releaseReason",
       ARRAY(SELECT l.lot FROM state.hold_lots l WHERE l.hold = h.id ORDER BY l.lot) AS lots
     FROM state.holds h WHERE ${where} ORDER BY h.placed_at DESC, h.id DESC`,
    [ids],
  );
  return rows.map(({ document, released, releaseReason, placedAt, ...row }) => ({
    ...row,
    placedAt: instantOf(placedAt),
    ...(document !== null && { document: document! }),
    ...(released !== null && { released: released! }),
    ...(releaseReason !== null && { releaseReason: releaseReason! }),
  }));
}

function instantOf(date: Date): Instant {
  return formatInstant(date.getTime());
}

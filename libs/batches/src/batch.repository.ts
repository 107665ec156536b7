import { Injectable } from '@nestjs/common';
import type { BatchSnapshot } from '#entries';
import { DomainError, type AgencyId, type BatchId, type EntryId, type LotId, type PersonId } from '#kernel';
import type { Sha256 } from '#kernel';
import type { Tx } from '#platform';
import type { BatchState } from './domain/batch-states.js';
import type { Approval, BatchLine, Exclusion, FrozenBatch } from './domain/frozen-batch.js';

type HeadRow = {
  batch: BatchId;
  reference: string;
  agency: AgencyId;
  status: BatchState;
  version: number;
  submission: EntryId;
  snapshot: Sha256;
  list: BatchSnapshot;
  required: AgencyId[];
  coordinator: PersonId;
  has_events: boolean;
};

const headSql = `
  SELECT b.id AS batch, b.reference, b.agency, b.status, b.version, b.submission,
         l.snapshot, l.list, l.required, l.coordinator,
         EXISTS (SELECT 1 FROM state.batch_events e WHERE e.submission = b.submission AND NOT e.cancelled)
           AS has_events
  FROM state.batches b JOIN state.batch_lists l ON l.submission = b.submission WHERE b.id = $1`;

const approvalsSql = `
  SELECT agency, person, 'approver' AS role, to_char(decided AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
         AS "decidedAt", factor, snapshot, entry
  FROM state.batch_decisions WHERE submission = $1 AND decision = 'approved' ORDER BY decided, entry`;

const exclusionsSql = `
  SELECT lot, reason, cause, because, entry FROM state.batch_exclusions WHERE submission = $1 ORDER BY lot`;

const linesSql = `
  SELECT lot, trim_scale(amount)::text AS amount, unit, site, method, status FROM state.batch_lines
  WHERE submission = $1 AND status IN ('allocated', 'staged') ORDER BY lot`;

/** Locks batches and loads what rules need to know about them. */
@Injectable()
export class BatchRepository {
  /**
   * Locks a batch until the end of the unit of work: before its lots, as the one lock order of the ledger asks.
   * Throws `missing` `batch.unknown`.
   */
  async lock(tx: Tx, batch: BatchId): Promise<void> {
    const rows: unknown[] = await tx.query('SELECT id FROM work.batch_drafts WHERE id = $1 FOR UPDATE', [
      batch,
    ]);
    if (rows.length === 0) throw new DomainError('missing', 'batch.unknown', { batch });
  }

  /** Locks, in the order of ids, every batch whose list holds one of these lots and gives their ids. */
  async lockHolding(tx: Tx, lots: readonly LotId[]): Promise<BatchId[]> {
    const rows: { id: BatchId }[] = await tx.query(
      `SELECT id FROM work.batch_drafts WHERE id IN (
         SELECT l.batch FROM state.batch_lines i JOIN state.batch_lists l ON l.submission = i.submission
         WHERE i.lot = ANY($1) AND i.status = 'allocated') ORDER BY id FOR UPDATE`,
      [lots],
    );
    return rows.map(({ id }) => id);
  }

  /** Lots of frozen lists that rest on a decision. */
  async lotsOfDecision(tx: Tx, decision: string): Promise<LotId[]> {
    const rows: { lot: LotId }[] = await tx.query(
      `SELECT DISTINCT lot FROM state.batch_lines WHERE decision = $1 AND status = 'allocated' ORDER BY lot`,
      [decision],
    );
    return rows.map(({ lot }) => lot);
  }

  /** The newest frozen list with all decisions on it; undefined for a batch that was never submitted. */
  async find(tx: Tx, batch: BatchId): Promise<FrozenBatch | undefined> {
    const [head]: HeadRow[] = await tx.query(headSql, [batch]);
    if (!head) return undefined;
    const approvals: Approval[] = await tx.query(approvalsSql, [head.submission]);
    const excluded: Exclusion[] = await tx.query(exclusionsSql, [head.submission]);
    const lines: BatchLine[] = await tx.query(linesSql, [head.submission]);
    const { status: state, has_events: hasEvents, ...rest } = head;
    return { ...rest, state, hasEvents, approvals, excluded, lines };
  }

  /** Like {@link find}; throws `conflict` `batch.not-submitted` where nothing was frozen yet. */
  async frozen(tx: Tx, batch: BatchId): Promise<FrozenBatch> {
    const frozen = await this.find(tx, batch);
    if (!frozen) throw new DomainError('conflict', 'batch.not-submitted', { batch });
    return frozen;
  }
}

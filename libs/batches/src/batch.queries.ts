import { Injectable } from '@nestjs/common';
import type { BatchSnapshot } from '#entries';
import { DomainError, type AgencyId, type BatchId, type EntryId, type PersonId, type Sha256 } from '#kernel';
import { UnitOfWork, type Tx } from '#platform';
import { DataSource } from 'typeorm';
import { BatchRepository } from './batch.repository.js';
import type { BatchState } from './domain/batch-states.js';
import { differenceBetween, type ListDifference } from './domain/difference.js';
import type { FrozenBatch } from './domain/frozen-batch.js';
import type { BatchDraft } from './draft.repository.js';
import { DraftRepository } from './draft.repository.js';

/** A batch in a list of batches. */
export interface BatchRow {
  readonly id: BatchId;
  readonly reference: string;
  readonly title: string;
  /** Code of the agency that runs it. */
  readonly agency: string;
  readonly state: BatchState;
  /** Newest frozen version; 0 = never submitted. */
  readonly version: number;
  readonly snapshot: Sha256 | null;
  /** Agencies that have not decided on the newest version, by code. */
  readonly awaiting: readonly string[];
  /** When its list was first saved. */
  readonly made: string;
}

/** An agency's decision with the version that it was about. */
export interface DecisionRow {
  readonly version: number;
  readonly agency: AgencyId;
  readonly person: PersonId;
  readonly decision: 'approved' | 'rejected';
  readonly snapshot: Sha256;
  readonly factor: 'password' | 'passkey';
  readonly reason: string | null;
  readonly decidedAt: string;
  readonly entry: EntryId;
}

/** Everything to show of one batch. */
export interface BatchFile {
  readonly draft: BatchDraft;
  readonly frozen?: FrozenBatch;
  /** Decisions on every version, oldest first. */
  readonly decisions: readonly DecisionRow[];
  /** What the newest version changed against the one before. */
  readonly changes?: ListDifference;
}

export interface BatchSearch {
  /** Agencies whose batches, or batches on which they are named, are looked for. */
  readonly agencies: readonly AgencyId[];
  readonly state?: BatchState;
  /** Part of reference or title. */
  readonly q?: string;
  /** `made` and id of the last batch of the page before. */
  readonly before?: readonly [made: string, id: string];
  readonly limit: number;
}

const listSql = `
  SELECT d.id, d.reference, d.title, a.code AS agency, coalesce(b.status, 'draft') AS state,
    coalesce(b.version, 0) AS version, l.snapshot,
    to_char(d.made AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS made,
    CASE WHEN b.status = 'submitted' THEN ARRAY(SELECT r.code FROM state.agencies r WHERE r.id = ANY(l.required)
      AND NOT EXISTS (SELECT 1 FROM state.batch_decisions x WHERE x.submission = b.submission AND x.agency = r.id)
      ORDER BY r.code) ELSE '{}'::text[] END AS awaiting
  FROM work.batch_drafts d JOIN state.agencies a ON a.id = d.agency
    LEFT JOIN state.batches b ON b.id = d.id LEFT JOIN state.batch_lists l ON l.submission = b.submission
  WHERE (d.agency = ANY($1) OR EXISTS (SELECT 1 FROM state.visibility v
           WHERE v.kind = 'batch' AND v.subject = d.id::text AND v.agency = ANY($1)))
    AND ($2::text IS NULL OR coalesce(b.status, 'draft') = $2)
    AND ($3::text IS NULL OR strpos(lower(d.reference || chr(31) || d.title), lower($3)) > 0)
    AND ($4::timestamptz IS NULL OR (d.made, d.id) < ($4, $5::uuid))
  ORDER BY d.made DESC, d.id DESC LIMIT $6`;

const decisionsSql = `
  SELECT l.version, d.agency, d.person, d.decision, d.snapshot, d.factor, d.reason, d.entry,
    to_char(d.decided AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "decidedAt"
  FROM state.batch_decisions d JOIN state.batch_lists l ON l.submission = d.submission
  WHERE l.batch = $1 ORDER BY d.decided, d.entry`;

/** Reads of batches for pages and later libs. */
@Injectable()
export class BatchQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly batches: BatchRepository,
    private readonly drafts: DraftRepository,
  ) {}

  /** See {@link BatchRepository.frozen}. */
  frozen(tx: Tx, batch: BatchId): Promise<FrozenBatch> {
    return this.batches.frozen(tx, batch);
  }

  /** One page of batches, newest first; one more than `limit` where there are more. */
  search({ agencies, state, q, before, limit }: BatchSearch): Promise<BatchRow[]> {
    const [made, id] = before ?? [null, null];
    return this.dataSource.query(listSql, [agencies, state ?? null, q ?? null, made, id, limit + 1]);
  }

  /** Everything to show of a batch; throws `missing` `batch.unknown`. */
  file(batch: BatchId): Promise<BatchFile> {
    return this.unitOfWork.run(async (tx) => {
      const draft = await this.drafts.find(tx, batch);
      if (!draft) throw new DomainError('missing', 'batch.unknown', { batch });
      const frozen = await this.batches.find(tx, batch);
      if (!frozen) return { draft, decisions: [] };
      const decisions: DecisionRow[] = await tx.query(decisionsSql, [batch]);
      const before = await this.list(tx, batch, frozen.version - 1);
      return { draft, frozen, decisions, ...(before && { changes: differenceBetween(before, frozen.list) }) };
    });
  }

  /** A frozen list; the newest where no version is named. Throws `missing` `batch.version-unknown`. */
  async snapshot(batch: BatchId, version?: number): Promise<{ list: BatchSnapshot; snapshot: Sha256 }> {
    const [row]: { list: BatchSnapshot; snapshot: Sha256 }[] = await this.dataSource.query(
      `SELECT list, snapshot FROM state.batch_lists WHERE batch = $1 AND ($2::integer IS NULL OR version = $2)
       ORDER BY version DESC LIMIT 1`,
      [batch, version ?? null],
    );
    if (!row) throw new DomainError('missing', 'batch.version-unknown', { batch });
    return row;
  }

  /**
   * What a frozen version changed against the one before it. Throws `missing` `batch.version-unknown` for a version
   * that was never frozen, and for the first.
   */
  difference(batch: BatchId, version: number): Promise<ListDifference> {
    return this.unitOfWork.run(async (tx) => {
      const [before, after] = [await this.list(tx, batch, version - 1), await this.list(tx, batch, version)];
      if (!before || !after) throw new DomainError('missing', 'batch.version-unknown', { batch });
      return differenceBetween(before, after);
    });
  }

  private async list(tx: Tx, batch: BatchId, version: number): Promise<BatchSnapshot | undefined> {
    const [row]: { list: BatchSnapshot }[] = await tx.query(
      'SELECT list FROM state.batch_lists WHERE batch = $1 AND version = $2',
      [batch, version],
    );
    return row?.list;
  }
}

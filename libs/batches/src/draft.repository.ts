import { Injectable } from '@nestjs/common';
import type { AgencyId, BatchId, LotId, PersonId } from '#kernel';
import { formatInstant } from '#kernel';
import type { Tx } from '#platform';
import type { Quantity } from '#quantity';
import { DataSource } from 'typeorm';
import type { Site } from './domain/snapshot.js';

/** A line as the coordinator asked for it. */
export interface DraftLine {
  readonly lot: LotId;
  readonly quantity: Quantity;
  readonly site?: string;
  readonly method?: string;
}

/** What a coordinator writes down about a batch. */
export interface DraftContent {
  readonly title: string;
  /** Code of a method, or `mixed`: each category by its own. */
  readonly method: string;
  readonly sites: readonly Site[];
  readonly lots: readonly DraftLine[];
}

export interface BatchDraft extends DraftContent {
  readonly id: BatchId;
  readonly reference: string;
  readonly agency: AgencyId;
  readonly coordinator: PersonId;
}

const columns = 'id, reference, agency, coordinator, title, method, sites, lots';

/** Lists that people still work on; no entries of the ledger, until they are submitted. */
@Injectable()
export class DraftRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(tx: Tx | undefined, batch: BatchId): Promise<BatchDraft | undefined> {
    const sql = `SELECT ${columns} FROM work.batch_drafts WHERE id = $1`;
    const [draft]: BatchDraft[] = await (tx ?? this.dataSource).query(sql, [batch]);
    return draft;
  }

  /** False where the id is taken already. */
  async insert(tx: Tx, draft: BatchDraft, nowMs: number): Promise<boolean> {
    const now = formatInstant(nowMs);
    const rows: unknown[] = await tx.query(
      `INSERT INTO work.batch_drafts (${columns}, made, changed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
       ON CONFLICT (id) DO NOTHING RETURNING id`,
      [draft.id, draft.reference, draft.agency, draft.coordinator, ...contentOf(draft), now],
    );
    return rows.length > 0;
  }

  async replace(tx: Tx, batch: BatchId, content: DraftContent, nowMs: number): Promise<void> {
    await tx.query(
      'UPDATE work.batch_drafts SET title = $2, method = $3, sites = $4, lots = $5, changed = $6 WHERE id = $1',
      [batch, ...contentOf(content), formatInstant(nowMs)],
    );
  }

  /** The agencies that these drafts belong to. */
  owners(batches: readonly string[]): Promise<{ subject: string; agency: AgencyId }[]> {
    return this.dataSource.query(
      'SELECT id::text AS subject, agency FROM work.batch_drafts WHERE id::text = ANY($1)',
      [batches],
    );
  }
}

function contentOf({ title, method, sites, lots }: DraftContent): string[] {
  return [title, method, JSON.stringify(sites), JSON.stringify(lots)];
}

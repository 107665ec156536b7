import { Injectable } from '@nestjs/common';
import { BatchRepository } from '#batches';
import { DomainError, type BatchId, type EventId } from '#kernel';
import { GoodsRepository } from '#ledger';
import type { Tx } from '#platform';
import type { DestructionEvent } from './domain/event.js';
import { EventQueries } from './event.queries.js';

/** Locks events and loads what rules need to know about them, in the one lock order: batch, event, lots. */
@Injectable()
export class EventRepository {
  constructor(
    private readonly batches: BatchRepository,
    private readonly events: EventQueries,
    private readonly goods: GoodsRepository,
  ) {}

  /** Locks an event and its lots; throws `missing` `event.unknown`. */
  async lock(tx: Tx, id: EventId): Promise<DestructionEvent> {
    const rows: unknown[] = await tx.query('SELECT 1 FROM state.events WHERE id = $1 FOR UPDATE', [id]);
    if (rows.length === 0) throw new DomainError('missing', 'event.unknown', { id });
    await this.goods.lock(tx, await this.events.lotsOf(tx, id));
    return (await this.events.load(tx, id))!;
  }

  /** Like {@link lock}, with its batch first: for what moves goods or changes what is left of the batch. */
  async lockWithBatch(tx: Tx, id: EventId): Promise<DestructionEvent> {
    const [row]: { batch: BatchId }[] = await tx.query('SELECT batch FROM state.events WHERE id = $1', [id]);
    if (!row) throw new DomainError('missing', 'event.unknown', { id });
    await this.batches.lock(tx, row.batch);
    return this.lock(tx, id);
  }

  /** True where the id is taken, by whichever agency. */
  async taken(tx: Tx, id: EventId): Promise<boolean> {
    const rows: unknown[] = await tx.query('SELECT 1 FROM state.events WHERE id = $1', [id]);
    return rows.length > 0;
  }

  /** Reference of the event of a batch at a site that has not ended. */
  async openAtSite(tx: Tx, batch: BatchId, site: string): Promise<string | undefined> {
    const [row]: { reference: string }[] = await tx.query(
      `SELECT reference FROM state.events WHERE batch = $1 AND site = $2 AND status IN ('planned', 'staged')`,
      [batch, site],
    );
    return row?.reference;
  }
}

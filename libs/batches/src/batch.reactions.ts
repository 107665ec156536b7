import { Injectable } from '@nestjs/common';
import type { DraftOf, EntryOf } from '#entries';
import type { BatchId } from '#kernel';
import { Reactions } from '#ledger';
import type { Tx } from '#platform';
import { BatchRepository } from './batch.repository.js';
import { excludeLots, type Removal } from './domain/exclude-lots.js';

type Excluded = DraftOf<'batch.excluded'>;

/**
 * What earlier steps of the goods' life mean for frozen lists: lots on hold, found genuine, or whose decision was
 * replaced, leave them at once, without anybody having to remember that they were in one.
 */
@Injectable()
export class BatchReactions {
  constructor(
    reactions: Reactions,
    private readonly batches: BatchRepository,
  ) {
    reactions.onLockAhead(async (tx, lots) => {
      await this.batches.lockHolding(tx, lots);
    });
    reactions.on('hold.placed', (tx, entry) => this.held(tx, entry));
    reactions.on('appraisal.recorded', (tx, entry) => this.appraised(tx, entry));
    reactions.on('decision.recorded', (tx, entry) => this.replaced(tx, entry));
  }

  private held(tx: Tx, { id, data }: EntryOf<'hold.placed'>): Promise<Excluded[]> {
    return this.exclude(tx, { lots: data.lots, cause: 'hold', because: id, reason: data.reason });
  }

  /** Goods that a later appraisal finds genuine are nobody's to destroy. */
  private async appraised(tx: Tx, { id, data }: EntryOf<'appraisal.recorded'>): Promise<Excluded[]> {
    if (data.result !== 'genuine') return [];
    return this.exclude(tx, { lots: data.lots, cause: 'appraisal', because: id, reason: data.reportNumber });
  }

  private async replaced(tx: Tx, { id, data }: EntryOf<'decision.recorded'>): Promise<Excluded[]> {
    if (data.replaces === undefined) return [];
    const lots = await this.batches.lotsOfDecision(tx, data.replaces);
    return this.exclude(tx, { lots, cause: 'decision', because: id, reason: data.number });
  }

  private async exclude(tx: Tx, removal: Removal): Promise<Excluded[]> {
    const drafts: Excluded[] = [];
    // Locked ahead by the command; a batch that was submitted in between is locked only now.
    const holding: BatchId[] = await this.batches.lockHolding(tx, removal.lots);
    for (const batch of holding) {
      const draft = excludeLots(await this.batches.frozen(tx, batch), removal);
      if (draft) drafts.push(draft);
    }
    return drafts;
  }
}

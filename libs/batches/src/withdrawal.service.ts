import { Injectable } from '@nestjs/common';
import type { BatchId } from '#kernel';
import { GoodsRepository, Ledger, type Command, type Outcome } from '#ledger';
import { BatchRepository } from './batch.repository.js';
import { withdrawBatch } from './domain/open-batch.js';

export interface Withdrawn {
  readonly batch: BatchId;
  readonly state: 'withdrawn';
}

/** Gives frozen lists up. */
@Injectable()
export class WithdrawalService {
  constructor(
    private readonly ledger: Ledger,
    private readonly batches: BatchRepository,
    private readonly goods: GoodsRepository,
  ) {}

  /**
   * Ends a submitted or approved batch and releases its goods.
   * Throws `refused` `batch.other-coordinator`; `conflict` `batch.not-submitted`, `batch.nothing-to-withdraw`,
   * `batch.event-planned`.
   */
  withdraw(command: Command, batch: BatchId, reason: string): Promise<Outcome<Withdrawn>> {
    return this.ledger.perform(command, async (tx) => {
      await this.batches.lock(tx, batch);
      const frozen = await this.batches.frozen(tx, batch);
      await this.goods.lock(
        tx,
        frozen.lines.map(({ lot }) => lot),
      );
      const entry = withdrawBatch(frozen, command.agency, reason);
      return { entries: [entry], result: { batch, state: 'withdrawn' as const } };
    });
  }
}

import { Injectable } from '@nestjs/common';
import { EvidenceCare } from '#evidence';
import { StoreRounds } from './store-rounds.service.js';

/** What stored evidence needs again and again: the store's own rounds, then the look at what is in it. */
@Injectable()
export class EvidenceRounds {
  constructor(
    private readonly store: StoreRounds,
    private readonly care: EvidenceCare,
  ) {}

  storeRound(): Promise<void> {
    return this.store.round();
  }

  /** Ends early with the signal; what it reached stands in the database. */
  careRound(signal: AbortSignal): Promise<void> {
    return this.care.round(signal);
  }
}

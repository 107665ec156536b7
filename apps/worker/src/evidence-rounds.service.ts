import { Injectable } from '@nestjs/common';
import { EvidenceCare, Examination } from '#evidence';
import { StoreRounds } from './store-rounds.service.js';

/** What stored evidence needs again and again: the store's own rounds, then the look at what is in it. */
@Injectable()
export class EvidenceRounds {
  constructor(
    private readonly store: StoreRounds,
    private readonly care: EvidenceCare,
    private readonly examination: Examination,
  ) {}

  storeRound(): Promise<void> {
    return this.store.round();
  }

  /** Decodes photos that were acknowledged before they were decoded in full. */
  examinationRound(signal: AbortSignal): Promise<void> {
    return this.examination.round(signal);
  }

  /** Ends early with the signal; what it reached stands in the database. */
  careRound(signal: AbortSignal): Promise<void> {
    return this.care.round(signal);
  }
}

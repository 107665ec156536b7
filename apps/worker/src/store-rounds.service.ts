import { Injectable } from '@nestjs/common';
import { CheckpointCopies, LegalHolds, StoreProbe } from '#evidence';

/** What the store of evidence is asked for again and again. */
@Injectable()
export class StoreRounds {
  constructor(
    private readonly probe: StoreProbe,
    private readonly holds: LegalHolds,
    private readonly copies: CheckpointCopies,
  ) {}

  /** Proves protection where it is time, holds what is on hold, copies checkpoints. */
  async round(): Promise<void> {
    await this.probe.round();
    await this.holds.round();
    await this.copies.round();
  }
}

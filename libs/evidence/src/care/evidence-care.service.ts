import { Injectable } from '@nestjs/common';
import { Copies } from './copies.service.js';
import { Mending } from './mending.service.js';
import { Orphans } from './orphans.service.js';
import { Scrub } from './scrub.service.js';

/** Everything that keeps evidence readable, one round at a time; each part starts from what stands in the database. */
@Injectable()
export class EvidenceCare {
  constructor(
    private readonly mending: Mending,
    private readonly copies: Copies,
    private readonly scrub: Scrub,
    private readonly orphans: Orphans,
  ) {}

  /** One round of every part; throws `busy` where the store does not answer, and then goes on in the next round. */
  async round(signal: AbortSignal): Promise<void> {
    await this.copies.round(signal);
    await this.mending.again();
    await this.scrub.askPresent(signal);
    await this.scrub.hashDue(signal);
    await this.orphans.collect();
  }
}

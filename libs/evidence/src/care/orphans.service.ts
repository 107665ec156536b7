import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK } from '#ledger';
import { EvidenceStore } from '../store/evidence-store.js';
import { ArrivalsRepository } from './arrivals.repository.js';

const graceMs = 72 * 3600 * 1000;
const atOnce = 100;

/** Collects bytes whose entry never came: the process was killed between the two, and nobody sent them again. */
@Injectable()
export class Orphans {
  private readonly logger = new Logger('Evidence');

  constructor(
    private readonly arrivals: ArrivalsRepository,
    private readonly store: EvidenceStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Gives how many objects were removed; a store that retains one keeps it. */
  async collect(): Promise<number> {
    const beforeMs = this.clock.now() - graceMs;
    let removed = 0;
    for (const sha256 of await this.arrivals.old(beforeMs, atOnce)) {
      if (!(await this.arrivals.settle(sha256, beforeMs, () => this.store.remove(sha256)))) continue;
      removed += 1;
      this.logger.warn(`bytes without an entry collected: ${sha256}`);
    }
    return removed;
  }
}

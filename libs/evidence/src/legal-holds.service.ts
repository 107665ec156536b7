import { Injectable, Logger } from '@nestjs/common';
import { LegalHoldsQueries } from './legal-holds.queries.js';
import { EvidenceStore } from './store/evidence-store.js';
import { isCorrupt } from './store/faults.js';

const limit = 500;

/**
 * Holds the evidence of goods on hold in the store itself, and lets it go with them. Works towards what the ledger
 * says, so that a store that was away, or a process that was killed, delays it only.
 */
@Injectable()
export class LegalHolds {
  private readonly logger = new Logger('LegalHolds');

  constructor(
    private readonly queries: LegalHoldsQueries,
    private readonly store: EvidenceStore,
  ) {}

  /** Brings the store up to date; throws `busy` `evidence.store-unreachable`. */
  async round(): Promise<void> {
    for (const { sha256, on } of await this.queries.due(this.store.name, limit)) {
      try {
        if (!(await this.store.hold(sha256, on))) return;
      } catch (error) {
        if (!isCorrupt(error)) throw error;
        // Its bytes are gone: whoever reads or scrubs it raises the alert. The others must not wait for it.
        this.logger.error(`no object to hold: ${sha256}`);
      }
    }
  }
}

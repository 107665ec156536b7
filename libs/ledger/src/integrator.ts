import { Injectable } from '@nestjs/common';
import { LedgerQueries } from './ledger.queries.js';

/** Asks the database to number pending entries; all requests that wait at one moment share one call. */
@Injectable()
export class Integrator {
  private running: Promise<number> | undefined;
  private next: Promise<number> | undefined;

  constructor(private readonly queries: LedgerQueries) {}

  /** Resolves with the tree's size once everything committed before this call is numbered. */
  integrate(): Promise<number> {
    if (!this.running) return this.start();
    // The running call may have taken its snapshot before our commit; the next one surely sees it.
    this.next ??= this.running
      .catch(() => 0)
      .then(() => {
        this.next = undefined;
        return this.start();
      });
    return this.next;
  }

  private start(): Promise<number> {
    this.running = this.queries.integrate().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }
}

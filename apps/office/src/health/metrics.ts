import { Injectable } from '@nestjs/common';
import { LedgerQueries } from '#ledger';
import { RequestMetrics } from '#platform';
import { Gauge } from 'prom-client';

/** Prometheus metrics of this process and of the ledger. */
@Injectable()
export class MetricsRegistry extends RequestMetrics {
  constructor(ledger: LedgerQueries) {
    super();
    new Gauge({
      name: 'ledger_entries',
      help: 'Entries in the ledger',
      registers: [this.registry],
      async collect() {
        this.set((await ledger.head()).size);
      },
    });
  }
}

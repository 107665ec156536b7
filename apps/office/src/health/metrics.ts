import { Injectable } from '@nestjs/common';
import { LedgerQueries } from '#ledger';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Prometheus metrics of this process and of the ledger. */
@Injectable()
export class MetricsRegistry {
  private readonly registry = new Registry();
  readonly requests: Histogram;

  constructor(ledger: LedgerQueries) {
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'http_request_seconds',
      help: 'Time to answer, by method, route and status',
      labelNames: ['method', 'route', 'status'],
      registers: [this.registry],
    });
    new Gauge({
      name: 'ledger_entries',
      help: 'Entries in the ledger',
      registers: [this.registry],
      async collect() {
        this.set((await ledger.head()).size);
      },
    });
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}

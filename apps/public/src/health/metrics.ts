import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** Prometheus metrics of the public site. */
@Injectable()
export class MetricsRegistry {
  private readonly registry = new Registry();
  readonly requests: Histogram;
  /** Checks by what was shown (`number`, `file`) and by verdict; no numbers, no addresses. */
  readonly checks: Counter;

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'http_request_seconds',
      help: 'Time to answer, by method, route and status',
      labelNames: ['method', 'route', 'status'],
      registers: [this.registry],
    });
    this.checks = new Counter({
      name: 'certificate_checks_total',
      help: 'Checks of certificates, by what was shown and by verdict',
      labelNames: ['shown', 'verdict'],
      registers: [this.registry],
    });
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}

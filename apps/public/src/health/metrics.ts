import { Injectable } from '@nestjs/common';
import { RequestMetrics } from '#platform';
import { Counter } from 'prom-client';

/** Prometheus metrics of the public site. */
@Injectable()
export class MetricsRegistry extends RequestMetrics {
  /** Checks by what was shown (`number`, `file`) and by verdict; no numbers, no addresses. */
  readonly checks: Counter;

  constructor() {
    super();
    this.checks = new Counter({
      name: 'certificate_checks_total',
      help: 'Checks of certificates, by what was shown and by verdict',
      labelNames: ['shown', 'verdict'],
      registers: [this.registry],
    });
  }
}

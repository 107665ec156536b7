import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Prometheus metrics that every application has; each adds its own to `registry`. */
export class RequestMetrics {
  protected readonly registry = new Registry();
  readonly requests: Histogram;

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'http_request_seconds',
      help: 'Time to answer, by method, route and status',
      labelNames: ['method', 'route', 'status'],
      registers: [this.registry],
    });
  }

  /** All metrics in the text format of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics();
  }
}

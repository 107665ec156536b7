import { Controller, Get, Header, Res } from '@nestjs/common';
import { StoreProbeQueries } from '#evidence';
import { Public } from '#identity';
import { LedgerQueries } from '#ledger';
import type { Response } from 'express';
import { MetricsRegistry } from './metrics.js';

/** For supervisors and monitors; says nothing that a stranger may not know. */
@Controller()
export class HealthController {
  constructor(
    private readonly ledger: LedgerQueries,
    private readonly probes: StoreProbeQueries,
    private readonly metrics: MetricsRegistry,
  ) {}

  @Get('health/live')
  @Public()
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Public()
  async ready(@Res() response: Response): Promise<void> {
    const database = await this.ledger.head().then(
      () => 'up' as const,
      () => 'down' as const,
    );
    const up = database === 'up';
    response
      .status(up ? 200 : 503)
      .json({ status: up ? 'ok' : 'error', database, worm: await this.worm(up) });
  }

  /** Whether the store's write-once protection is proven; an unproven one is no reason to be taken out of service. */
  private async worm(isUp: boolean): Promise<'proven' | 'not-proven' | 'unknown'> {
    const probe = isUp ? await this.probes.newest() : undefined;
    if (!probe) return 'unknown';
    return probe.doubt ? 'not-proven' : 'proven';
  }

  @Get('metrics')
  @Public()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  metricsText(): Promise<string> {
    return this.metrics.text();
  }
}

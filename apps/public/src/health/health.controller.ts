import { Controller, Get, Header, Res } from '@nestjs/common';
import { PublishedLog } from '#published';
import type { Response } from 'express';
import { MetricsRegistry } from './metrics.js';

/** For supervisors and monitors. */
@Controller()
export class HealthController {
  constructor(
    private readonly log: PublishedLog,
    private readonly metrics: MetricsRegistry,
  ) {}

  @Get('health/live')
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  async ready(@Res() response: Response): Promise<void> {
    const up = await this.log.newestCheckpoint().then(
      () => true,
      () => false,
    );
    response.status(up ? 200 : 503).json({ status: up ? 'ok' : 'error', database: up ? 'up' : 'down' });
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  metricsText(): Promise<string> {
    return this.metrics.text();
  }
}

import type { NestExpressApplication } from '@nestjs/platform-express';
import { systemClock, type Clock } from '#kernel';
import { createApplication } from '#platform';
import type { NextFunction, Request, Response } from 'express';
import { PublicModule } from './app.module.js';
import { compressedAssets } from './common/compressed.js';
import { CurrentSnapshot } from './common/current-snapshot.js';
import { PageCache } from './common/page-cache.js';
import { assetsDirectory, Pages } from './common/pages.js';
import { MetricsRegistry } from './health/metrics.js';
import { readConcernForm } from './concern/read-form.js';
import { publicMessages } from './messages.js';
import type { PublicConfig } from './public.config.js';

const yearMs = 365 * 24 * 3600 * 1000;
/** An upload of 50 MB over a slow line takes minutes; anything slower holds a connection for nothing. */
const requestLimitMs = 5 * 60 * 1000;

/** The public site, ready to listen; tests and main start it alike. */
export async function createPublic(
  config: PublicConfig,
  clock: Clock = systemClock,
): Promise<NestExpressApplication> {
  const pages = new Pages(publicMessages);
  const app = await createApplication(PublicModule.forRoot(config, { clock, pages }), {
    name: 'public',
    logLevel: config.LOG_LEVEL,
    trustProxy: config.TRUST_PROXY,
    messages: publicMessages,
    pages,
  });
  // What was rendered is sent again before anything else of the framework runs.
  const [current, cache, metrics] = [app.get(CurrentSnapshot), app.get(PageCache), app.get(MetricsRegistry)];
  app.use((request: Request, response: Response, next: NextFunction) => {
    const stop = metrics.requests.startTimer({ method: request.method, route: 'kept' });
    const version = request.method === 'GET' ? current.recent() : undefined;
    if (version === undefined || !cache.repeat(request, response, version)) return next();
    stop({ status: String(response.statusCode) });
  });
  // Addresses of assets carry the hash of what stands there, so they never change.
  app.use('/assets', compressedAssets(assetsDirectory));
  app.useStaticAssets(assetsDirectory, { prefix: '/assets/', maxAge: yearMs, immutable: true, index: false });
  app.use('/concern', readConcernForm);
  app.getHttpServer().requestTimeout = requestLimitMs;
  return app;
}

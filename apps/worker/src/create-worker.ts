import type { INestApplicationContext } from '@nestjs/common';
import type { Clock } from '#kernel';
import { createContext } from '#platform';
import type { WorkerConfig } from './worker.config.js';
import { WorkerModule } from './worker.module.js';

/** The worker, not started yet; tests and main make it alike. */
export function createWorker(config: WorkerConfig, clock?: Clock): Promise<INestApplicationContext> {
  return createContext(WorkerModule.forRoot(config, clock), { name: 'worker', logLevel: config.LOG_LEVEL });
}

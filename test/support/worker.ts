import type { INestApplicationContext } from '@nestjs/common';
import type { Clock } from '#kernel';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { WorkerConfig } from '../../apps/worker/src/worker.config.js';
import type { TestOffice } from './office.js';

/** Environment of a worker beside an office: the same database, store and keys. */
export function workerConfig({ database, dataDirectory }: TestOffice): WorkerConfig {
  return Object.assign(new WorkerConfig(), {
    NODE_ENV: 'test',
    LOG_LEVEL: 'fatal',
    DATA_DIR: dataDirectory,
    DATABASE_URL: database.appUrl,
    LOG_ORIGIN: 'ledger.test/office',
  });
}

/** A worker in this process; it does nothing until a test asks for a round. */
export function workerBeside(office: TestOffice, clock?: Clock): Promise<INestApplicationContext> {
  return createWorker(workerConfig(office), clock);
}

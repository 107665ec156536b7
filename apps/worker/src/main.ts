import 'reflect-metadata';
import { loadConfig, stopInOrder } from '#platform';
import { createWorker } from './create-worker.js';
import { WorkerConfig } from './worker.config.js';
import { Worker } from './worker.service.js';

const app = await createWorker(loadConfig(WorkerConfig, process.env));
const worker = app.get(Worker);
stopInOrder(async () => {
  await worker.stop();
  await app.close();
});
worker.start();

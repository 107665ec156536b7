import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { freePort } from '../../libs/platform/src/embedded-postgres/watched-server.js';
import type { TestOffice } from './office.js';

const limitMs = 60_000;
const loader = pathToFileURL(join(process.cwd(), 'test/support/typescript.mjs')).href;

/** The staff application in a process of its own, on the database and the store of `office`. */
export class OfficeProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** Starts it and waits until it answers. */
  static async start(office: TestOffice): Promise<OfficeProcess> {
    const port = await freePort();
    const child = fork(join(process.cwd(), 'apps/office/src/main.ts'), [], {
      execArgv: ['--conditions=source', '--import', loader],
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'test',
        LOG_LEVEL: 'fatal',
        DATA_DIR: office.dataDirectory,
        DATABASE_URL: office.database.appUrl,
        DATABASE_POOL: '12',
        LOG_ORIGIN: 'ledger.test/office',
        OFFICE_PORT: String(port),
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const started = new OfficeProcess(child, `http://127.0.0.1:${String(port)}`);
    await started.answers();
    return started;
  }

  /** The most memory that it ever had, in bytes (VmHWM of Linux). */
  peakMemory(): number {
    const status = readFileSync(`/proc/${String(this.child.pid)}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)![1]) * 1024;
  }

  /** Kills it by SIGKILL. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }

  private async answers(): Promise<void> {
    for (const end = performance.now() + limitMs; performance.now() < end; await delay(50)) {
      const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
      if (answer?.ok) return;
    }
    throw new Error('the office does not answer');
  }
}

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { freePort } from '../../libs/platform/src/embedded-postgres/watched-server.js';
import type { TestOffice } from './office.js';

const limitMs = 60_000;
/** What `npm run build` made of the staff application. */
const compiled = join(process.cwd(), 'dist/apps/office/src/main.js');
export const isBuilt = existsSync(compiled);

const loader = pathToFileURL(join(process.cwd(), 'test/support/typescript.mjs')).href;

/** The staff application in a process of its own, on the database and the store of `office`. */
export class OfficeProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** Starts it and waits until it answers. */
  static start(office: TestOffice): Promise<OfficeProcess> {
    const source = join(process.cwd(), 'apps/office/src/main.ts');
    return OfficeProcess.run(office, source, ['--conditions=source', '--import', loader]);
  }

  /** The same as it was built, as it runs in production: for what compiling at the start would falsify. */
  static startBuilt(office: TestOffice): Promise<OfficeProcess> {
    return OfficeProcess.run(office, compiled, []);
  }

  private static async run(office: TestOffice, module: string, execArgv: string[]): Promise<OfficeProcess> {
    const port = await freePort();
    const child = fork(module, [], {
      execArgv,
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

  /** The memory that it and the processes that it started take now, in bytes; what they share counts once (Linux). */
  memory(): number {
    const own = String(this.child.pid);
    return [own, ...childrenOf(own)].reduce((sum, pid) => sum + takenBy(pid), 0);
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

function childrenOf(parent: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => readIn(pid, 'stat').split(') ')[1]?.split(' ')[1] === parent);
}

function takenBy(pid: string): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(readIn(pid, 'smaps_rollup'))?.[1] ?? 0) * 1024;
}

/** Empty where the process is gone. */
function readIn(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

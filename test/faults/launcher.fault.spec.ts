import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { Application, type ApplicationPlan } from '../../apps/cli/src/launch/application.js';
import { isAlive, waitUntil } from '../../libs/platform/src/embedded-postgres/processes.js';
import { freePort } from '../../libs/platform/src/embedded-postgres/watched-server.js';

const LIMIT_MS = 20_000;
const support = join(process.cwd(), 'test', 'support');
const loader = pathToFileURL(join(support, 'typescript.mjs')).href;
const typescript = ['--conditions=source', '--import', loader];

let folder: string;
let plan: ApplicationPlan;
let address: string;

/** Gives the process number that answers, once it is another than `before`. */
async function answering(before?: number): Promise<number> {
  for (const end = performance.now() + LIMIT_MS; performance.now() < end; await delay(20)) {
    try {
      const pid = Number(await (await fetch(address)).text());
      if (pid !== before) return pid;
    } catch {
      continue;
    }
  }
  throw new Error('nobody answers');
}

describe('an application below the launcher', () => {
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ledger-launch-'));
    const port = await freePort();
    address = `http://127.0.0.1:${port}/`;
    plan = {
      name: 'sample',
      module: join(support, 'stoppable-application.ts'),
      log: join(folder, 'logs', 'sample.log'),
      readyUrl: address,
      environment: {
        ...process.env,
        PORT: String(port),
        CLOSED: join(folder, 'closed'),
        NODE_OPTIONS: typescript.join(' '),
      },
    };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is ready when its address answers, and ends in good order when asked to', async () => {
    const application = new Application(plan);
    await application.start();
    const pid = await answering();
    await application.stop();
    expect(isAlive(pid)).toBe(false);
    expect(readFileSync(join(folder, 'closed'), 'utf8')).toBe(`${pid}\n`);
  });

  it('is started again after kill -9, and no more once it was stopped', async () => {
    const application = new Application(plan);
    await application.start();
    const first = await answering();
    process.kill(first, 'SIGKILL');
    const second = await answering(first);
    await application.stop();
    expect(isAlive(second)).toBe(false);
    await expect(fetch(address)).rejects.toThrow('fetch failed');
  });

  it('leaves what it wrote in its log when it keeps failing, and can be stopped between two starts', async () => {
    const application = new Application({ ...plan, environment: { ...plan.environment, FAILING: '1' } });
    const starting = application.start();
    expect(await waitUntil(() => linesOf(plan.log) >= 2, LIMIT_MS)).toBe(true);
    await application.stop();
    await starting;
    expect(readFileSync(plan.log, 'utf8')).toMatch(/^(this one always fails\n)+$/);
  });

  it('ends in good order when the launcher itself is killed', async () => {
    const launcher = spawn(
      process.execPath,
      [...typescript, join(support, 'launcher-child.ts'), JSON.stringify(plan)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await once(launcher.stdout, 'data');
    const pid = await answering();
    launcher.kill('SIGKILL');
    expect(await waitUntil(() => !isAlive(pid), LIMIT_MS)).toBe(true);
    expect(readFileSync(join(folder, 'closed'), 'utf8')).toBe(`${pid}\n`);
  });
});

function linesOf(file: string): number {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0;
}

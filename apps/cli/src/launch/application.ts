import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { backOff } from './back-off.js';

const READY_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;
const STEADY_MS = 60_000;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

export type ApplicationPlan = {
  readonly name: string;
  /** Compiled module to run. */
  readonly module: string;
  readonly environment: NodeJS.ProcessEnv;
  /** File that takes what the application writes. */
  readonly log: string;
  /** Address that answers 200 once the application can work; without one, running is enough. */
  readonly readyUrl?: string;
};

/**
 * One application as a child process: started again with growing pauses when it ends by itself. It gets a
 * channel to us (fork), whose closing tells it that the launcher is gone.
 */
export class Application {
  private child: ChildProcess | undefined;
  private stopping = false;
  private failures = 0;

  constructor(private readonly plan: ApplicationPlan) {}

  /**
   * Starts it and settles when it is ready.
   *
   * @throws Error when it is not ready within a minute; it goes on being restarted until `stop`
   */
  async start(): Promise<void> {
    this.run();
    const { readyUrl, name, log } = this.plan;
    if (readyUrl === undefined) return;
    const end = performance.now() + READY_LIMIT_MS;
    while (!this.stopping && !(await answers(readyUrl))) {
      if (performance.now() > end) throw new Error(`${name} does not get ready. What it wrote: ${log}`);
      await delay(50);
    }
  }

  /** Asks it to end (SIGTERM), insists after a while (SIGKILL); settles when it is gone. */
  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const insist = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await gone;
    clearTimeout(insist);
  }

  private run(): void {
    const { module, environment } = this.plan;
    const log = this.openLog();
    const child = fork(module, [], {
      env: environment,
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.child = child;
    const steady = setTimeout(() => (this.failures = 0), STEADY_MS).unref();
    child.once('exit', (code, signal) => {
      clearTimeout(steady);
      void this.ended(signal ?? `status ${code}`);
    });
  }

  private async ended(how: string): Promise<void> {
    if (this.stopping) return;
    this.failures += 1;
    process.stdout.write(
      `${this.plan.name} ended with ${how}; starting it again. What it wrote: ${this.plan.log}\n`,
    );
    await backOff(this.failures);
    if (!this.stopping) this.run();
  }

  private openLog(): number {
    const { log } = this.plan;
    mkdirSync(dirname(log), { recursive: true });
    if (existsSync(log) && statSync(log).size > LOG_LIMIT_BYTES) renameSync(log, `${log}.1`);
    return openSync(log, 'a', 0o640);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

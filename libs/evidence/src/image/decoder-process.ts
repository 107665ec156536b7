import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { DecodeAnswer, DecodeJob } from './decode-job.js';

export interface ProcessLimits {
  /** KiB of memory that the process may write to (RLIMIT_DATA); held where the system is Linux. */
  readonly memoryKib: number;
  /** Then it is killed, whatever it does. */
  readonly jobMs: number;
  /** True where it is to take only what other processes leave of the processor. */
  readonly isBackground?: boolean;
}

/**
 * One process that decodes, one job at a time. It gets no environment, so no secret, and less memory than the machine
 * has; a picture that breaks the decoder breaks this process and nothing else.
 */
export class DecoderProcess {
  /** False once the process has ended for whatever reason. */
  alive = true;
  private settle: ((answer: DecodeAnswer) => void) | undefined;

  private constructor(
    private readonly child: ChildProcess,
    private readonly jobMs: number,
  ) {
    child.on('message', (answer: DecodeAnswer) => this.answered(answer));
    child.on('error', () => this.end('memory'));
    child.on('exit', () => this.end('memory'));
    // A server that has nothing else to do may end.
    child.unref();
    child.channel?.unref();
  }

  /** Starts a process and waits until it is ready; rejects when it ends instead. */
  static async start(limits: ProcessLimits): Promise<DecoderProcess> {
    const { command, args } = commandOf(limits.memoryKib);
    const child = spawn(command, args, {
      env: frugal,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    const process = new DecoderProcess(child, limits.jobMs);
    if (limits.isBackground) yieldToOthers(child);
    if ((await process.next()).kind !== 'ready') throw new Error('The decoding process did not start.');
    return process;
  }

  /** Answers `beyond` where the process took too long or died of the job; then it is gone. */
  async run(job: DecodeJob): Promise<DecodeAnswer> {
    const answer = this.next();
    const timer = setTimeout(() => this.end('time'), this.jobMs);
    this.child.channel?.ref();
    if (this.alive) this.child.send(job, (error) => error && this.end('memory'));
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
      this.child.channel?.unref();
    }
  }

  stop(): void {
    this.end('time');
  }

  private next(): Promise<DecodeAnswer> {
    return new Promise((resolve) => {
      this.settle = resolve;
      if (!this.alive) this.end('memory');
    });
  }

  private answered(answer: DecodeAnswer): void {
    const settle = this.settle;
    this.settle = undefined;
    settle?.(answer);
  }

  private end(limit: 'time' | 'memory'): void {
    this.alive = false;
    this.child.kill('SIGKILL');
    this.answered({ kind: 'beyond', limit });
  }
}

/** Best effort: the process may be gone already, and then its start fails anyway. */
function yieldToOthers({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    return;
  }
}

// Threads and their arenas count against the limit without decoding anything.
const frugal = { UV_THREADPOOL_SIZE: '2', MALLOC_ARENA_MAX: '2' };
const flags = ['--max-old-space-size=128', '--v8-pool-size=1'];

/** The compiled entry; where TypeScript is run directly, its source under the same loaders as this process. */
function commandOf(memoryKib: number): { command: string; args: string[] } {
  const compiled = fileURLToPath(new URL('./decoder-worker.js', import.meta.url));
  const source = [...process.execArgv, compiled.replace(/\.js$/, '.ts')];
  const node = [...flags, ...(existsSync(compiled) ? [compiled] : source)];
  if (process.platform !== 'linux') return { command: process.execPath, args: node };
  // RLIMIT_DATA counts what may be written to; RLIMIT_AS would count address space that Node only reserves.
  const limited = `ulimit -c 0; ulimit -d ${String(memoryKib)} && exec "$0" "$@"`;
  return { command: '/bin/sh', args: ['-c', limited, process.execPath, ...node] };
}

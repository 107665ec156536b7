import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DomainError } from '#kernel';
import { loadFonts } from './fonts.js';
import { renderCertificate } from './render-certificate.js';
import type { RenderJob } from './render-job.js';
import { RenderThread } from './render-thread.js';

export type RenderPoolOptions = {
  /** Threads that draw side by side; two on two cores. */
  readonly threads?: number;
  /** Jobs that may wait; one more is refused, so that a flood can't fill the memory. */
  readonly queueLimit?: number;
  /** Compiled entry of a thread. Where it isn't there (TypeScript run directly), the pool draws inline. */
  readonly workerFile?: URL;
};

type Waiting = { job: RenderJob; resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void };

/** Draws certificates away from the event loop, in the order in which they are asked for. */
export class RenderPool {
  private readonly idle: RenderThread[] = [];
  private readonly queue: Waiting[] = [];
  private readonly running = new Set<Promise<void>>();
  private threads = 0;
  private stopped = false;

  private constructor(
    private readonly workerFile: URL,
    private readonly limits: { threads: number; queueLimit: number },
  ) {}

  /** Starts the threads and waits until each has drawn its warm-up. Rejects when a thread can't start. */
  static async start(options: RenderPoolOptions = {}): Promise<RenderPool> {
    const { threads = 2, queueLimit = 64 } = options;
    const file = options.workerFile ?? new URL('./render-worker.js', import.meta.url);
    const inline = !existsSync(fileURLToPath(file));
    const pool = new RenderPool(file, { threads: inline ? 0 : threads, queueLimit });
    try {
      await Promise.all(Array.from({ length: pool.limits.threads }, () => pool.addThread()));
    } catch (error) {
      await pool.stop();
      throw error;
    }
    return pool;
  }

  /**
   * Draws one certificate (see renderCertificate). Rejects with `busy` `certificate.renderer-busy` when
   * the queue is full or the pool is stopping, with a plain Error when drawing failed or its thread died.
   */
  render(job: RenderJob): Promise<Uint8Array> {
    if (this.stopped || this.queue.length >= this.limits.queueLimit) {
      return Promise.reject(new DomainError('busy', 'certificate.renderer-busy'));
    }
    if (this.limits.threads === 0) return renderCertificate(job.content, { ...job, fonts: loadFonts() });
    return new Promise((resolve, reject) => {
      this.queue.push({ job, resolve, reject });
      this.dispatch();
    });
  }

  /** Refuses what waits, lets the running jobs end, then ends the threads. */
  async stop(): Promise<void> {
    this.stopped = true;
    for (const { reject } of this.queue.splice(0))
      reject(new DomainError('busy', 'certificate.renderer-busy'));
    await Promise.all(this.running);
    await Promise.all(this.idle.splice(0).map((thread) => thread.stop()));
  }

  private async addThread(): Promise<void> {
    this.threads += 1;
    try {
      this.idle.push(await RenderThread.start(this.workerFile));
    } catch (error) {
      this.threads -= 1;
      throw error;
    }
  }

  private dispatch(): void {
    while (this.queue.length > 0 && (this.idle.length > 0 || this.threads < this.limits.threads)) {
      const task = this.run(this.queue.shift()!);
      this.running.add(task);
      void task.finally(() => this.running.delete(task));
    }
  }

  /** Runs one job on an idle thread, or on a new one in place of a thread that died. Never rejects. */
  private async run({ job, resolve, reject }: Waiting): Promise<void> {
    const ready = this.idle.pop();
    try {
      if (!ready) this.threads += 1;
      const thread = ready ?? (await this.replacement());
      try {
        resolve(await thread.draw(job));
      } finally {
        if (thread.alive) this.idle.push(thread);
        else this.threads -= 1;
      }
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
    if (!this.stopped) this.dispatch();
  }

  private async replacement(): Promise<RenderThread> {
    try {
      return await RenderThread.start(this.workerFile);
    } catch (error) {
      this.threads -= 1;
      throw error;
    }
  }
}

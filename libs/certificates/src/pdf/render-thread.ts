import { Worker } from 'node:worker_threads';
import type { RenderAnswer, RenderJob } from './render-job.js';

/** One render thread; it draws one job at a time. */
export class RenderThread {
  /** False once the thread has ended for whatever reason. */
  alive = true;
  private settle: ((answer: RenderAnswer) => void) | undefined;
  private fail: ((error: Error) => void) | undefined;

  private constructor(private readonly worker: Worker) {
    worker.on('message', (answer: RenderAnswer) => this.settle?.(answer));
    worker.on('error', (error) => this.end(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', (code) => this.end(new Error(`the render thread ended with code ${code}`)));
  }

  /** Starts a thread from its compiled file and waits until it is warm. Rejects when it ends instead. */
  static async start(file: URL): Promise<RenderThread> {
    const thread = new RenderThread(new Worker(file));
    await thread.next();
    return thread;
  }

  /** Draws one job. Rejects when drawing fails (the thread lives on) or the thread dies. */
  async draw(job: RenderJob): Promise<Uint8Array> {
    const answered = this.next();
    this.worker.postMessage(job);
    const answer = await answered;
    if (answer.kind === 'done') return answer.bytes;
    throw new Error(answer.kind === 'failed' ? answer.message : 'the render thread answered out of turn');
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private next(): Promise<RenderAnswer> {
    return new Promise((resolve, reject) => {
      if (!this.alive) reject(new Error('the render thread has ended'));
      this.settle = resolve;
      this.fail = reject;
    });
  }

  private end(error: Error): void {
    this.alive = false;
    this.fail?.(error);
  }
}

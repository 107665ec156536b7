import type { DecodeAnswer, DecodeJob } from './decode-job.js';
import { DecoderProcess, type ProcessLimits } from './decoder-process.js';
import { Turnstile } from './turnstile.js';

const idleMs = 60_000;

/** One decoding process and those who wait for it; started when it is needed, gone when it is not for a while. */
export class DecoderLane {
  private readonly turnstile = new Turnstile(1);
  private process: DecoderProcess | undefined;
  private resting: NodeJS.Timeout | undefined;

  constructor(private readonly limits: ProcessLimits) {}

  /** The answer to the job that `job` gives once it is its turn. */
  run(job: () => Promise<DecodeJob>): Promise<DecodeAnswer> {
    return this.turnstile.run(async () => {
      const asked = await job();
      const first = await this.tried(asked);
      // A process may also be ended by others, and then its picture is not to blame.
      return first.kind === 'beyond' && first.limit === 'memory' ? this.tried(asked) : first;
    });
  }

  /** Ends the process; a later job starts a new one. */
  stop(): void {
    clearTimeout(this.resting);
    this.process?.stop();
    this.process = undefined;
  }

  private async tried(job: DecodeJob): Promise<DecodeAnswer> {
    clearTimeout(this.resting);
    if (!this.process?.alive) this.process = await DecoderProcess.start(this.limits);
    const answer = await this.process.run(job);
    // A process that nobody needs for a while gives its memory back.
    this.resting = setTimeout(() => this.stop(), idleMs).unref();
    return answer;
  }
}

import { Inject, Injectable, Logger } from '@nestjs/common';
import { DomainError, newId, type Clock, type PersonId } from '#kernel';
import { CLOCK, LedgerQueries, LedgerVerification, type Verification } from '#ledger';
import { composePath, planConsistency, toHex, verifyConsistency } from '#merkle';
import type { HeldCheckpoint } from './held-checkpoint.js';

/** A verification that somebody asked for; `done` of `total` entries are recomputed. */
export interface VerificationJob {
  readonly id: string;
  readonly person: PersonId;
  readonly held?: HeldCheckpoint;
  readonly total: number;
  done: number;
  result?: Verification;
  /** How many hashes prove that the ledger only grew since the held checkpoint. */
  consistency?: number;
  seconds?: string;
  failure?: string;
}

/** Results that are kept to be looked at again; the next ones push them out. */
const kept = 50;

/**
 * Verifications under way and the last results, in this process alone: they are answers to a question, not records.
 * One at a time for each person, so that pressing twice is no second walk through the ledger.
 */
@Injectable()
export class VerificationJobs {
  private readonly logger = new Logger('Verification');
  private readonly jobs = new Map<string, VerificationJob>();
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly verification: LedgerVerification,
    private readonly ledger: LedgerQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Begins a verification; while one of the person with the same checkpoint runs, gives that one. */
  async start(person: PersonId, held: HeldCheckpoint | undefined): Promise<VerificationJob> {
    const same = [...this.jobs.values()].find(
      (job) => job.person === person && this.running.has(job.id) && job.held?.note === held?.note,
    );
    if (same) return same;
    const { size } = await this.ledger.head();
    const job: VerificationJob = { id: newId<string>(), person, total: size, done: 0, ...(held && { held }) };
    this.jobs.set(job.id, job);
    for (const old of [...this.jobs.keys()].slice(0, -kept)) this.jobs.delete(old);
    this.running.set(
      job.id,
      this.run(job).finally(() => this.running.delete(job.id)),
    );
    return job;
  }

  /** Throws `missing` `verification.unknown`. */
  one(id: string, person: PersonId): VerificationJob {
    const job = this.jobs.get(id);
    if (job?.person === person) return job;
    throw new DomainError('missing', 'verification.unknown');
  }

  /** Waits until the job has ended, at most `ms`. */
  async settled(job: VerificationJob, ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((settle) => (timer = setTimeout(settle, ms)));
    await Promise.race([this.running.get(job.id) ?? Promise.resolve(), patience]);
    clearTimeout(timer);
  }

  private async run(job: VerificationJob): Promise<void> {
    const started = this.clock.now();
    try {
      const notes = job.held ? [job.held.note] : [];
      const result = await this.verification.verify(notes, (recomputed) => (job.done = recomputed));
      const hashes = job.held && (await this.consistency(job.held, result));
      if (hashes !== undefined) job.consistency = hashes;
      job.seconds = ((this.clock.now() - started) / 1000).toFixed(1);
      job.result = result;
    } catch (error) {
      this.logger.error(error instanceof Error ? error.stack : String(error));
      job.failure = error instanceof DomainError ? error.code : 'problem.unexpected';
    }
  }

  /** Beside the recomputed roots, the proof that anybody can check: RFC 9162, 2.1.4. */
  private async consistency(
    { size, root }: HeldCheckpoint,
    result: Verification,
  ): Promise<number | undefined> {
    if (size < 1 || size > result.size) return undefined;
    const plan = planConsistency(size, result.size);
    const path = composePath(plan, await this.ledger.tree.nodes(plan.nodes, result.size)).map(toHex);
    const proof = { from: size, to: result.size, fromRoot: root, toRoot: result.root, path };
    return verifyConsistency(proof) ? path.length : undefined;
  }
}

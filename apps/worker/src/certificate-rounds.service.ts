import { Inject, Injectable } from '@nestjs/common';
import { CertificateQueries, Certificates } from '#certificates';
import type { CertificateNumber, Clock } from '#kernel';
import { CLOCK } from '#ledger';
import { pauseAfter } from './repeat.js';

/** The office completes what it numbers itself; before that long, the worker would only do the same work twice. */
const officePatienceMs = 30_000;
const pauses = { pauseMs: 5_000, longestPauseMs: 10 * 60_000 };

/** Carries certificates to their end that nobody is working on (certificate.md: the worker resumes any step). */
@Injectable()
export class CertificateRounds {
  /** When a number that failed is tried again, in milliseconds; lost with the process, which then tries at once. */
  private readonly notBefore = new Map<CertificateNumber, number>();

  constructor(
    private readonly queries: CertificateQueries,
    private readonly certificates: Certificates,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One look at all unfinished numbers, the oldest first; one that fails waits, the others go on. */
  async round(signal: AbortSignal): Promise<void> {
    for (const { number, failures } of await this.queries.unfinished()) {
      if (signal.aborted) return;
      if (!(await this.isDue(number))) continue;
      if (await this.certificates.complete(number)) this.notBefore.delete(number);
      else this.notBefore.set(number, this.clock.now() + pauseAfter(failures + 1, pauses));
    }
  }

  private async isDue(number: CertificateNumber): Promise<boolean> {
    const now = this.clock.now();
    const { issuedAt } = await this.queries.byNumber(number);
    return now >= Math.max(Date.parse(issuedAt) + officePatienceMs, this.notBefore.get(number) ?? 0);
  }
}

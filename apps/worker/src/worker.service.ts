import { Injectable, Logger } from '@nestjs/common';
import { TrustList } from '#publication';
import { CertificateRounds } from './certificate-rounds.service.js';
import { EvidenceRounds } from './evidence-rounds.service.js';
import { LedgerRounds } from './ledger-rounds.service.js';
import { PublicationRounds } from './publication-rounds.service.js';
import { repeat } from './repeat.js';

const pauses = { pauseMs: 3_000, longestPauseMs: 60_000 };
const carePauses = { pauseMs: 60_000, longestPauseMs: 15 * 60_000 };

/** Runs every kind of round again and again, side by side; each starts from what stands in the database. */
@Injectable()
export class Worker {
  private readonly logger = new Logger('Worker');
  private readonly stopping = new AbortController();
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly certificates: CertificateRounds,
    private readonly ledger: LedgerRounds,
    private readonly trust: TrustList,
    private readonly evidence: EvidenceRounds,
    private readonly publication: PublicationRounds,
  ) {}

  start(): void {
    const { signal } = this.stopping;
    this.running = Promise.all([
      this.repeat('certificates', () => this.certificates.round(signal)),
      this.repeat('ledger', () => this.ledger.round()),
      this.repeat('trust', () => this.trust.complete()),
      this.repeat('store', () => this.evidence.storeRound()),
      this.repeat('photos', () => this.evidence.examinationRound(signal)),
      this.repeat('evidence', () => this.evidence.careRound(signal), carePauses),
      this.repeat('published data', () => this.publication.snapshotRound()),
      this.repeat('concerns', () => this.publication.concernRound(), carePauses),
    ]);
  }

  /** Begins no round any more and waits for those that run. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private repeat(name: string, round: () => Promise<void>, pace = pauses): Promise<void> {
    const onFailure = (error: unknown): void =>
      this.logger.error(
        `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    return repeat(round, { ...pace, signal: this.stopping.signal, onFailure });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Instant } from '#kernel';
import { Checkpoints, CLOCK, Integrator, LedgerQueries } from '#ledger';
import { PublishedLog } from '#published';

const dayMs = 24 * 3600 * 1000;

/** Keeps the ledger's public face current: pending entries numbered, checkpoints made. */
@Injectable()
export class LedgerRounds {
  private started = false;

  constructor(
    private readonly integrator: Integrator,
    private readonly queries: LedgerQueries,
    private readonly checkpoints: Checkpoints,
    private readonly published: PublishedLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Integrates what a crash left pending; makes a checkpoint at the start, at least once a day, and as soon as an
   * entry of a certificate is not covered (ledger.md, "Checkpoints and anchors").
   */
  async round(): Promise<void> {
    await this.integrator.integrate();
    const { size } = await this.queries.head();
    const newest = await this.published.newestCheckpoint();
    const isNew = size > (newest?.size ?? 0);
    if (isNew && (!this.started || !newest || (await this.isDue(newest)))) await this.checkpoints.make();
    this.started = true;
  }

  private async isDue({ made, size }: { made: Instant; size: number }): Promise<boolean> {
    return this.clock.now() - Date.parse(made) >= dayMs || this.published.hasUncovered(size);
  }
}

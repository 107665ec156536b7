import { Inject, Injectable } from '@nestjs/common';
import { sha256Hex, type Clock } from '#kernel';
import { Checkpoints, CLOCK, Integrator } from '#ledger';
import { canonicalBytes } from '#merkle';
import { buildSnapshot } from './snapshot/build-snapshot.js';
import { PublicLedgerRepository } from './public-ledger.repository.js';

const dayMs = 24 * 3600 * 1000;

/** Makes what the public site shows, as of a checkpoint. */
@Injectable()
export class SnapshotService {
  constructor(
    private readonly repository: PublicLedgerRepository,
    private readonly checkpoints: Checkpoints,
    private readonly integrator: Integrator,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A new snapshot where a release, a revocation or a successor came since the last one, and once a day for the ages
   * of what is held. Any process may call it at any time.
   */
  async refresh(): Promise<void> {
    await this.integrator.integrate();
    const [last, newest] = [await this.repository.lastChange(), await this.repository.newest()];
    if (last < 0) return;
    if (newest && last < newest.size && this.clock.now() - newest.made < dayMs) return;
    const { size, root, origin } = await this.checkpoints.make();
    const content = await this.at({ size, root, origin });
    if (newest && content.checkpoint.size === newest.size) return;
    const bytes = canonicalBytes(content);
    await this.repository.keep({
      number: (newest?.number ?? 0) + 1,
      made: content.asOf,
      checkpoint: { size, root },
      sha256: sha256Hex(bytes),
      content: bytes,
    });
  }

  /** The content as of a kept checkpoint: the same for the same checkpoint whenever it is asked for. */
  async at(checkpoint: Parameters<typeof buildSnapshot>[0]['checkpoint']) {
    const { size } = checkpoint;
    const asOf = await this.repository.checkpointMade(size);
    const reports = await this.repository.reports(size);
    const numbers = reports.filter(({ ended }) => !ended).map(({ event }) => event.certificate);
    return buildSnapshot({
      ...{ asOf, checkpoint, reports },
      balances: await this.repository.balances(size, asOf, numbers),
      decisionDays: await this.repository.decisionDays(size, numbers),
    });
  }
}

import { Injectable } from '@nestjs/common';
import { ConcernService, SnapshotService } from '#publication';

/** Keeps what the public sees current, and forgets in time what the public said. */
@Injectable()
export class PublicationRounds {
  constructor(
    private readonly snapshots: SnapshotService,
    private readonly concerns: ConcernService,
  ) {}

  snapshotRound(): Promise<void> {
    return this.snapshots.refresh();
  }

  concernRound(): Promise<void> {
    return this.concerns.forget();
  }
}

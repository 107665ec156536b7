import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { PublicSnapshots, type KeptSnapshot } from '#published';
import { CLOCK } from './clock.js';

/** How long a page may still show the version before, in milliseconds. */
const memoryMs = 1000;

/** The newest snapshot; the database is asked once a second, however many pages are read. */
@Injectable()
export class CurrentSnapshot {
  private asked = Number.NEGATIVE_INFINITY;
  private seen: string | undefined;
  private held: Promise<KeptSnapshot | undefined> = Promise.resolve(undefined);

  constructor(
    private readonly snapshots: PublicSnapshots,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Hash of the snapshot that was read less than a second ago; undefined where it has to be asked for again. */
  recent(): string | undefined {
    const age = this.clock.now() - this.asked;
    return age >= 0 && age < memoryMs ? this.seen : undefined;
  }

  get(): Promise<KeptSnapshot | undefined> {
    const now = this.clock.now();
    if (now - this.asked >= memoryMs || now < this.asked) {
      this.asked = now;
      this.held = this.snapshots.newest();
      // A failure is not remembered: the next reader asks again.
      this.held.then(
        (snapshot) => (this.seen = snapshot?.sha256),
        () => (this.asked = Number.NEGATIVE_INFINITY),
      );
    }
    return this.held;
  }
}

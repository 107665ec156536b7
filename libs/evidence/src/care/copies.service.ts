import { Injectable } from '@nestjs/common';
import { EvidenceStore } from '../store/evidence-store.js';
import { isCorrupt } from '../store/faults.js';
import { Mending } from './mending.service.js';
import { SecondCopy } from './second-copy.js';
import { WalkRepository } from './walk.repository.js';

const atOnce = 200;

/** Keeps the second copy complete: new objects follow within a round. */
@Injectable()
export class Copies {
  constructor(
    private readonly store: EvidenceStore,
    private readonly copy: SecondCopy,
    private readonly walks: WalkRepository,
    private readonly mending: Mending,
  ) {}

  /** Throws `busy` where a store does not answer; what was copied until then stays. */
  async round(signal: AbortSignal): Promise<void> {
    const name = this.copy.store?.name;
    if (name === undefined) return;
    for (const object of await this.walks.uncopied(name, atOnce)) {
      if (signal.aborted) return;
      try {
        await this.copy.take(this.store, object.sha256, object.kind);
        await this.walks.noteCopy(name, object.sha256);
      } catch (error) {
        if (!isCorrupt(error)) throw error;
        await this.mending.hashed(object);
      }
    }
  }
}

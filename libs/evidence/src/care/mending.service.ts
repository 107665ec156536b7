import { Injectable } from '@nestjs/common';
import type { DomainError, Sha256 } from '#kernel';
import { EvidenceFaults, type Mismatch } from '../faults.service.js';
import { FaultQueries } from '../fault.queries.js';
import { EvidenceStore } from '../store/evidence-store.js';
import { corrupt, isCorrupt } from '../store/faults.js';
import { SecondCopy } from './second-copy.js';
import { WalkRepository, type WalkedObject } from './walk.repository.js';

const atOnce = 100;

/** Looks at one object; what is wrong is repaired from the second copy or recorded as damaged. */
@Injectable()
export class Mending {
  constructor(
    private readonly store: EvidenceStore,
    private readonly copy: SecondCopy,
    private readonly faults: EvidenceFaults,
    private readonly queries: FaultQueries,
    private readonly walks: WalkRepository,
  ) {}

  /** Hashes the object; gives its size where it is right. Throws `busy` where the store does not answer. */
  async hashed(object: WalkedObject): Promise<number | undefined> {
    try {
      return await this.sizeOf(object.sha256);
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      await this.mend(object, error);
      return undefined;
    }
  }

  /** Asks only whether the object is there; gives its size where it is. */
  async present(object: WalkedObject): Promise<number | undefined> {
    const found = await this.store.stat(object.sha256);
    if (found) return found.size;
    await this.mend(object, corrupt(object.sha256, 'no bytes'));
    return undefined;
  }

  /** Looks again at what is known to be damaged: sent again by somebody, or found in a copy that was away. */
  async again(): Promise<void> {
    for (const sha256 of await this.queries.standing(atOnce)) {
      const right = await this.isRight(sha256);
      const kind = await this.walks.kindOf(sha256);
      const from = right ? this.store.name : await this.copy.giveBack(this.store, sha256, kind);
      if (from !== undefined) await this.faults.repaired(sha256, from);
    }
  }

  private async mend({ sha256, kind }: WalkedObject, { facts }: DomainError): Promise<void> {
    const mismatch = facts as unknown as Mismatch;
    const from = await this.copy.giveBack(this.store, sha256, kind);
    if (from === undefined) await this.faults.damaged(mismatch);
    else await this.faults.repaired(sha256, from, mismatch);
  }

  private async isRight(sha256: Sha256): Promise<boolean> {
    try {
      await this.sizeOf(sha256);
      return true;
    } catch (error) {
      if (isCorrupt(error)) return false;
      throw error;
    }
  }

  private async sizeOf(sha256: Sha256): Promise<number> {
    const { stream, size } = await this.store.open(sha256);
    stream.destroy();
    return size;
  }
}

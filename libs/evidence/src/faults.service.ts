import { Injectable, Logger } from '@nestjs/common';
import type { EntryDraft } from '#entries';
import { system } from '#identity';
import { derivedId, sha256Hex, type EntryId, type Sha256 } from '#kernel';
import { GoodsRepository, Ledger, Reactions } from '#ledger';
import {
  alertBytesDiffer,
  evidenceDamaged,
  evidenceRepaired,
  type KnownObject,
} from './domain/bytes-differ.js';
import { FaultQueries } from './fault.queries.js';
import { isCorrupt } from './store/faults.js';
import type { By } from './upload.js';

/** Turns a mismatch between ledger and store into entries that nobody can overlook and that freeze its lots. */
@Injectable()
export class EvidenceFaults {
  private readonly logger = new Logger('Evidence');

  constructor(
    private readonly ledger: Ledger,
    private readonly faults: FaultQueries,
    private readonly reactions: Reactions,
    private readonly goods: GoodsRepository,
  ) {}

  /** What `read` gives; a mismatch is recorded, then thrown on. The installation records it: meeting it is no act. */
  async watch<T>(by: By, read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (isCorrupt(error)) {
        this.logger.error(`met by ${by.person}:`);
        await this.damaged(error.facts as unknown as Mismatch);
      }
      throw error;
    }
  }

  /** Records once that the bytes are wrong and nothing right is at hand; its lots go on hold by reaction. */
  async damaged(mismatch: Mismatch): Promise<void> {
    await this.record('evidence damaged', mismatch.sha256, (known) => [
      alertBytesDiffer(known, mismatch.found),
      evidenceDamaged(known, mismatch.found),
    ]);
    this.logger.error(`stored bytes differ: expected ${mismatch.sha256}, found ${mismatch.found}`);
  }

  /** Records that right bytes stand again; with `mismatch`, that they had been wrong until now. */
  async repaired(sha256: Sha256, from: string, mismatch?: Mismatch): Promise<void> {
    await this.record('evidence repaired', sha256, (known) => {
      const repaired = evidenceRepaired(known, from);
      return mismatch ? [alertBytesDiffer(known, mismatch.found), repaired] : [repaired];
    });
    this.logger.warn(`${sha256} is right again, from ${from}`);
  }

  /** Each turn of an object's fate is recorded once, however many meet it. */
  private async record(
    turn: string,
    sha256: Sha256,
    drafts: (known: KnownObject) => [EntryDraft, ...EntryDraft[]],
  ): Promise<void> {
    const known = await this.faults.known(sha256);
    // Bytes that no entry speaks of (an upload under way, a file of a later step) are their owner's to report.
    if (!known) return;
    const key = derivedId<EntryId>(turn, sha256, (await this.faults.latestTurn(sha256)) ?? '');
    await this.ledger.perform({ ...system, key, fingerprint: sha256Hex(key) }, async (tx) => {
      await this.reactions.lockAhead(tx, known.lots);
      await this.goods.lock(tx, known.lots);
      return { entries: drafts(known), result: {} };
    });
  }
}

export interface Mismatch {
  readonly sha256: Sha256;
  /** Hash of what the store gave, or that it gave nothing. */
  readonly found: string;
}

import { Inject, Injectable, Logger } from '@nestjs/common';
import { system } from '#identity';
import { derivedId, DomainError, sha256Hex, type Clock, type EntryId, type Sha256 } from '#kernel';
import { CLOCK, Ledger } from '#ledger';
import { ArrivalsRepository } from './care/arrivals.repository.js';
import { decodableUntil } from './domain/decode-later.js';
import { photoFoundBroken } from './domain/found-broken.js';
import { ExaminationQueries } from './examination.queries.js';
import { Views } from './image/views.js';
import { isCorrupt } from './store/faults.js';

const atOnce = 10;

/**
 * The full decode of photos that were acknowledged by header and end alone (ADR 16): makes their view, and records
 * of a picture that can't be decoded that it counts as damaged. Begins from what stands in the database.
 */
@Injectable()
export class Examination {
  private readonly logger = new Logger('Evidence');

  constructor(
    private readonly arrivals: ArrivalsRepository,
    private readonly queries: ExaminationQueries,
    private readonly views: Views,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Decodes what is due, oldest first, until nothing is or the signal ends it; uploads that are still coming go first.
   * Throws `busy` where a store is away.
   */
  async round(signal: AbortSignal): Promise<void> {
    for (;;) {
      const until = decodableUntil(this.clock.now(), await this.arrivals.latestMs());
      const waiting = await this.arrivals.undecoded(until, atOnce);
      let done = 0;
      for (const one of waiting) {
        if (signal.aborted) return;
        if (!(await this.examined(one.sha256))) continue;
        await this.arrivals.noteDecoded(one);
        done += 1;
      }
      if (done === 0) return;
    }
  }

  /** False where it has to be tried again later. */
  private async examined(sha256: Sha256): Promise<boolean> {
    try {
      if (!(await this.views.make(sha256))) await this.foundBroken(sha256);
      return true;
    } catch (error) {
      // Bytes that are wrong or gone are found and recorded by the rounds over the store.
      if (isCorrupt(error)) return true;
      if (!isBeyondDecoder(error)) throw error;
      this.logger.warn(`${sha256} could not be decoded this time: ${error.code}`);
      return false;
    }
  }

  private async foundBroken(sha256: Sha256): Promise<void> {
    for (const photo of await this.queries.photosOf(sha256)) {
      const draft = photoFoundBroken(photo);
      if (!draft) continue;
      const key = derivedId<EntryId>('photo found broken', photo.id);
      await this.ledger.perform({ ...system, key, fingerprint: sha256Hex(key) }, () =>
        Promise.resolve({ entries: [draft], result: {} }),
      );
      this.logger.warn(`photo ${photo.id} can't be decoded: it counts as damaged`);
    }
  }
}

function isBeyondDecoder(error: unknown): error is DomainError {
  const codes = ['photo.slow-to-decode', 'photo.heavy-to-decode'];
  return error instanceof DomainError && codes.includes(error.code);
}

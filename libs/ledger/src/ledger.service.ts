import { Inject, Injectable } from '@nestjs/common';
import type { EntryDraft } from '#entries';
import { DomainError, type Clock, type EntryId, type Sha256 } from '#kernel';
import { UnitOfWork, type Tx } from '#platform';
import { claimedTime, type Circumstances } from './domain/build-entry.js';
import { Integrator } from './integrator.js';
import { LedgerQueries, type Receipt } from './ledger.queries.js';
import type { RecordedRequest } from './ledger.repository.js';
import { LedgerStore } from './ledger.store.js';
import { CLOCK } from './tokens.js';

/** A command as it reaches the ledger: who, when, under which key, and what was asked. */
export interface Command extends Circumstances {
  /** Idempotency key; becomes the id of the first entry. */
  readonly key: EntryId;
  /** SHA-256 over what was asked (route and body): the same key with other content is a conflict. */
  readonly fingerprint: Sha256;
}

/** What a rule decided, and what the client is told beside the receipt. */
export interface Decided<R> {
  readonly entries: readonly [EntryDraft, ...EntryDraft[]];
  readonly result: R;
}

/** Times and ids that a decision may need before its entries exist. */
export interface Moment {
  readonly recordedMs: number;
  /** Id that the first entry will have. */
  readonly entry: EntryId;
}

export interface Outcome<R> {
  readonly result: R;
  readonly entry: Receipt;
  /** Receipts of all entries of the command, the first one included. */
  readonly entries: readonly Receipt[];
  /** True where the command had been carried out before and nothing was done now. */
  readonly repeated: boolean;
}

/** Record, then integrate (ledger.md): the one way by which anything is written. */
@Injectable()
export class Ledger {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: LedgerStore,
    private readonly queries: LedgerQueries,
    private readonly integrator: Integrator,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Carries out a command: looks for an earlier result under the same key, else runs `decide` in one unit of
   * work (lock, load, decide), records its entries, and answers once they are numbered.
   * Throws what `decide` throws; `conflict` `request.key-reused` where the key was used for something else.
   */
  async perform<R>(
    command: Command,
    decide: (tx: Tx, moment: Moment) => Promise<Decided<R>>,
  ): Promise<Outcome<R>> {
    const earlier = await this.queries.request(command.key);
    if (earlier) return this.repeat<R>(command, earlier);
    const recordedMs = this.clock.now();
    claimedTime(command, recordedMs);
    try {
      const { result, ids } = await this.unitOfWork.run((tx) =>
        this.record(tx, { command, recordedMs, decide }),
      );
      return { ...(await this.answer(result, ids)), repeated: false };
    } catch (error) {
      return this.repeatedMeanwhile<R>(command, error);
    }
  }

  private async record<R>(
    tx: Tx,
    {
      command,
      recordedMs,
      decide,
    }: { command: Command; recordedMs: number; decide: (tx: Tx, moment: Moment) => Promise<Decided<R>> },
  ): Promise<{ result: R; ids: EntryId[] }> {
    const { entries, result } = await decide(tx, { recordedMs, entry: command.key });
    const ids = await this.store.append(tx, entries, { ...command, first: command.key, recordedMs });
    await this.store.keepRequest(tx, command, { result, entries: ids });
    return { result, ids };
  }

  /** Two requests with one key at once: the loser finds the winner's result instead of an error. */
  private async repeatedMeanwhile<R>(command: Command, error: unknown): Promise<Outcome<R>> {
    const earlier = await this.queries.request(command.key);
    if (!earlier) throw error;
    return this.repeat<R>(command, earlier);
  }

  private async repeat<R>(command: Command, earlier: RecordedRequest): Promise<Outcome<R>> {
    if (!this.store.isRepeat(command, earlier)) throw new DomainError('conflict', 'request.key-reused');
    return { ...(await this.answer(earlier.result as R, earlier.entries)), repeated: true };
  }

  private async answer<R>(result: R, ids: readonly EntryId[]): Promise<Omit<Outcome<R>, 'repeated'>> {
    await this.integrator.integrate();
    const entries = await this.queries.receipts(ids);
    return { result, entry: entries[0]!, entries };
  }
}

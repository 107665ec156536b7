import { Injectable } from '@nestjs/common';
import { DomainError, type BatchId } from '#kernel';
import { Ledger, LedgerQueries, type Command, type Outcome } from '#ledger';
import { UnitOfWork } from '#platform';
import { BatchRepository } from './batch.repository.js';
import { batchTransitions, stateAfter } from './domain/batch-states.js';
import { reopenBatch } from './domain/open-batch.js';
import type { DraftContent } from './draft.repository.js';
import { DraftService, type DraftChange, type SavedDraft } from './draft.service.js';

/** A changed list that nobody had frozen gives no receipt; a frozen one is opened by an entry. */
export type Changed =
  { readonly saved: SavedDraft; readonly reopened?: undefined } | { readonly reopened: Outcome<SavedDraft> };

/** Replaces lists, opening frozen ones. */
@Injectable()
export class ChangeService {
  constructor(
    private readonly ledger: Ledger,
    private readonly requests: LedgerQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly batches: BatchRepository,
    private readonly drafts: DraftService,
  ) {}

  /**
   * Replaces the list of a batch. A submitted or approved one is opened first: its approvals are void, its goods
   * free, and its next submission is a new version.
   * Throws `refused` `batch.other-coordinator`; `conflict` `batch.ended`, `batch.event-planned`; codes of `planLines`.
   */
  async change(command: Command, batch: BatchId, content: DraftContent): Promise<Changed> {
    const { agency } = command;
    const change = () => content;
    const earlier = await this.requests.request(command.key);
    const saved = earlier ? undefined : await this.saveOpen(batch, { agency, change });
    return saved ? { saved } : { reopened: await this.reopen(command, batch, change) };
  }

  /**
   * Changes a list that is not frozen. Throws `conflict` `batch.reopen-first` for a frozen one, and otherwise as
   * {@link change}.
   */
  async edit(batch: BatchId, change: DraftChange): Promise<SavedDraft> {
    const saved = await this.saveOpen(batch, change);
    if (!saved) throw new DomainError('conflict', 'batch.reopen-first');
    return saved;
  }

  /** Opens a frozen list and leaves it as it is, to be edited. Throws as {@link change}, `conflict` `batch.not-frozen`. */
  open(command: Command, batch: BatchId): Promise<Outcome<SavedDraft>> {
    return this.reopen(command, batch, (now) => now);
  }

  /** Saves the list of a batch that is not frozen; undefined where it is. */
  private saveOpen(batch: BatchId, change: DraftChange): Promise<SavedDraft | undefined> {
    return this.unitOfWork.run(async (tx) => {
      await this.batches.lock(tx, batch);
      const state = (await this.batches.find(tx, batch))?.state ?? 'draft';
      if (batchTransitions[state].reopen) return undefined;
      stateAfter(state, 'edit');
      return this.drafts.replace(tx, batch, change);
    });
  }

  private reopen(
    command: Command,
    batch: BatchId,
    change: DraftChange['change'],
  ): Promise<Outcome<SavedDraft>> {
    return this.ledger.perform(command, async (tx) => {
      await this.batches.lock(tx, batch);
      const frozen = await this.batches.frozen(tx, batch);
      const entry = reopenBatch(frozen, command.agency);
      const result = await this.drafts.replace(tx, batch, { agency: command.agency, change });
      return { entries: [entry], result };
    });
  }
}

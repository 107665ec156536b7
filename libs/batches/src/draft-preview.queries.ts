import { Inject, Injectable } from '@nestjs/common';
import type { BatchSnapshot } from '#entries';
import { DomainError, type BatchId, type Clock } from '#kernel';
import { CLOCK } from '#ledger';
import { UnitOfWork } from '#platform';
import { BatchRepository } from './batch.repository.js';
import type { BatchState } from './domain/batch-states.js';
import { differenceBetween, type ListDifference } from './domain/difference.js';
import { buildSnapshot } from './domain/snapshot.js';
import { totalsOf, type CategoryTotal } from './domain/totals.js';
import { DraftRepository, type BatchDraft } from './draft.repository.js';
import { ListAssembler, type AssembledList } from './list-assembler.js';

/** A list in the making, as its submission would find it now. */
export interface DraftPreview extends Omit<AssembledList, 'facts'> {
  readonly draft: BatchDraft;
  readonly state: BatchState;
  /** The list as it would be frozen, with the next version's number. */
  readonly list: BatchSnapshot;
  readonly totals: readonly CategoryTotal[];
  /** Against the newest frozen version; absent where nothing was frozen yet. */
  readonly changes?: ListDifference;
}

/** What the coordinator checks before the submission. */
@Injectable()
export class DraftPreviews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftRepository,
    private readonly batches: BatchRepository,
    private readonly lists: ListAssembler,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `missing` `batch.unknown`, and the codes of `planLines` for a list that can't even be settled. */
  of(batch: BatchId): Promise<DraftPreview> {
    return this.unitOfWork.run(async (tx) => {
      const draft = await this.drafts.find(tx, batch);
      if (!draft) throw new DomainError('missing', 'batch.unknown', { batch });
      const frozen = await this.batches.find(tx, batch);
      const moment = { version: (frozen?.version ?? 0) + 1, nowMs: this.clock.now() };
      const { facts, ...found } = await this.lists.preview(tx, draft, moment);
      const list = buildSnapshot(facts);
      return {
        ...found,
        draft,
        state: frozen?.state ?? 'draft',
        list,
        totals: totalsOf(list.lines),
        ...(frozen && { changes: differenceBetween(frozen.list, list) }),
      };
    });
  }
}

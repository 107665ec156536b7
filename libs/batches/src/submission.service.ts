import { Injectable } from '@nestjs/common';
import { DomainError, type BatchId, type Sha256 } from '#kernel';
import { GoodsRepository, Ledger, type Command, type Outcome } from '#ledger';
import { BatchRepository } from './batch.repository.js';
import { stateAfter } from './domain/batch-states.js';
import { buildSnapshot } from './domain/snapshot.js';
import { submitBatch } from './domain/submit-batch.js';
import { totalsOf, type CategoryTotal } from './domain/totals.js';
import { DraftRepository } from './draft.repository.js';
import { ListAssembler } from './list-assembler.js';
import type { LineWarning } from './plan-lines.js';

export interface Submitted {
  readonly id: BatchId;
  readonly reference: string;
  readonly version: number;
  /** What approvals bind. */
  readonly snapshot: Sha256;
  /** Codes of the agencies that must decide. */
  readonly required: readonly string[];
  readonly totals: readonly CategoryTotal[];
  readonly warnings: readonly LineWarning[];
}

/** Freezes lists and reserves their goods. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly ledger: Ledger,
    private readonly batches: BatchRepository,
    private readonly drafts: DraftRepository,
    private readonly goods: GoodsRepository,
    private readonly lists: ListAssembler,
  ) {}

  /**
   * Freezes the list of a batch as it stands. Throws `conflict` `batch.not-open`, `batch.blocked` (a field error for
   * every blocker of every lot), `approval.function-without-agency`; `invalid` `batch.empty`.
   */
  submit(command: Command, batch: BatchId): Promise<Outcome<Submitted>> {
    return this.ledger.perform(command, async (tx, { recordedMs }) => {
      await this.batches.lock(tx, batch);
      const earlier = await this.batches.find(tx, batch);
      const state = earlier?.state ?? 'draft';
      stateAfter(state, 'submit');
      const draft = (await this.drafts.find(tx, batch))!;
      if (draft.agency !== command.agency) throw new DomainError('refused', 'batch.other-coordinator');
      if (draft.lots.length === 0) {
        throw new DomainError('invalid', 'batch.empty', {}, [{ pointer: '/lots', code: 'batch.empty' }]);
      }
      await this.goods.lock(
        tx,
        draft.lots.map(({ lot }) => lot),
      );
      const version = (earlier?.version ?? 0) + 1;
      const { facts, warnings } = await this.lists.freeze(tx, draft, { version, nowMs: recordedMs });
      const list = buildSnapshot(facts);
      const { reference } = draft;
      const entry = submitBatch(state, { reference, list });
      const { snapshot } = entry.data;
      const { required, lines } = list;
      const result = { id: batch, reference, version, snapshot, required, totals: totalsOf(lines), warnings };
      return { entries: [entry], result };
    });
  }
}

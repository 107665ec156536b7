import type { BatchSnapshot, DraftOf, LotAmount, Posting } from '#entries';
import type { BatchId } from '#kernel';
import { stateAfter, type BatchState } from './batch-states.js';
import { snapshotHash } from './snapshot.js';

/** Freezes a list and reserves its goods; throws `conflict` `batch.not-open` for a batch that is no draft. */
export function submitBatch(
  state: BatchState,
  facts: { readonly reference: string; readonly list: BatchSnapshot },
): DraftOf<'batch.submitted'> {
  stateAfter(state, 'submit');
  const { reference, list } = facts;
  const lots = list.lines.map(({ lot, base }) => ({ lot, amount: base.amount, unit: base.unit }));
  return {
    type: 'batch.submitted',
    subject: batchSubject(list.batch),
    data: { reference, version: list.version, snapshot: snapshotHash(list), list, lots },
    postings: reserve(lots),
  };
}

export function batchSubject(batch: BatchId): { readonly kind: 'batch'; readonly id: string } {
  return { kind: 'batch', id: batch };
}

function reserve(lots: readonly LotAmount[]): Posting[] {
  return lots.map(({ lot, amount, unit }) => ({ lot, from: 'custody', to: 'allocated', amount, unit }));
}

/** Gives reserved goods back to the store. */
export function release(lots: readonly LotAmount[]): Posting[] {
  return lots.map(({ lot, amount, unit }) => ({ lot, from: 'allocated', to: 'custody', amount, unit }));
}

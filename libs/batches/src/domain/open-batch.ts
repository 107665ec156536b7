import type { DraftOf } from '#entries';
import { DomainError, type AgencyId } from '#kernel';
import { stateAfter, type BatchAct } from './batch-states.js';
import type { FrozenBatch } from './frozen-batch.js';
import { batchSubject, release } from './submit-batch.js';

/**
 * Gives a frozen list up and releases its goods.
 * Throws `refused` `batch.other-coordinator`, `conflict` `batch.nothing-to-withdraw`, `batch.event-planned`.
 */
export function withdrawBatch(
  batch: FrozenBatch,
  agency: AgencyId,
  reason: string,
): DraftOf<'batch.withdrawn'> {
  const lots = freed(batch, agency, 'withdraw');
  return {
    type: 'batch.withdrawn',
    subject: batchSubject(batch.batch),
    data: { submission: batch.submission, lots, reason },
    postings: release(lots),
  };
}

/**
 * Opens a frozen list for change: its approvals are void, its goods free; the next submission is a new version.
 * Throws `refused` `batch.other-coordinator`, `conflict` `batch.not-frozen`, `batch.event-planned`.
 */
export function reopenBatch(batch: FrozenBatch, agency: AgencyId): DraftOf<'batch.reopened'> {
  const lots = freed(batch, agency, 'reopen');
  return {
    type: 'batch.reopened',
    subject: batchSubject(batch.batch),
    data: { submission: batch.submission, lots, version: batch.version },
    postings: release(lots),
  };
}

/** Only the agency that runs the batch takes its list back, and not while an event counts on the list. */
function freed(batch: FrozenBatch, agency: AgencyId, act: BatchAct) {
  if (batch.agency !== agency) throw new DomainError('refused', 'batch.other-coordinator');
  stateAfter(batch.state, act);
  if (batch.hasEvents) throw new DomainError('conflict', 'batch.event-planned');
  return batch.lines.map(({ lot, amount, unit }) => ({ lot, amount, unit }));
}

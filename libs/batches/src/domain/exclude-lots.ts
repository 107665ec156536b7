import type { DraftOf } from '#entries';
import { DomainError, type EntryId, type LotId } from '#kernel';
import { stateAfter } from './batch-states.js';
import type { ExclusionCause, FrozenBatch } from './frozen-batch.js';
import { batchSubject, release } from './submit-batch.js';

export interface Removal {
  readonly lots: readonly LotId[];
  readonly cause: ExclusionCause;
  /** The hold, the decision or the approval for whose sake the lots leave. */
  readonly because: EntryId;
  readonly reason: string;
}

/**
 * Takes lots out of a frozen list and releases their goods; other approvals stay. Lots that an event has taken out
 * of the store already are not touched: the event returns them. Gives nothing where no lot is left to take out.
 */
export function excludeLots(batch: FrozenBatch, removal: Removal): DraftOf<'batch.excluded'> | undefined {
  const leaving = batch.lines.filter(
    ({ lot, status }) => status === 'allocated' && removal.lots.includes(lot),
  );
  if (leaving.length === 0) return undefined;
  stateAfter(batch.state, 'exclude');
  const lots = leaving.map(({ lot, amount, unit }) => ({ lot, amount, unit }));
  const { cause, because, reason } = removal;
  return {
    type: 'batch.excluded',
    subject: batchSubject(batch.batch),
    data: { submission: batch.submission, lots, cause, because, reason },
    postings: release(lots),
  };
}

/** A lot that an approver does not agree to, and why. */
export interface Exception {
  readonly lot: LotId;
  readonly reason: string;
}

/**
 * Checks the lots of an approval "except": each once, each still in the batch, not all of them.
 * Throws `invalid` `batch.wrong-exceptions` with a field for each wrong one, `batch.except-everything`.
 */
export function checkExceptions(batch: FrozenBatch, except: readonly Exception[]): void {
  const open = new Set(batch.lines.filter(({ status }) => status === 'allocated').map(({ lot }) => lot));
  const seen = new Set<LotId>();
  const fields = except.flatMap(({ lot }, i) => {
    const code = seen.has(lot) ? 'batch.lot-twice' : open.has(lot) ? undefined : 'batch.lot-not-in-list';
    seen.add(lot);
    return code ? [{ pointer: `/except/${i}/lot`, code, facts: { lot } }] : [];
  });
  if (fields.length > 0) throw new DomainError('invalid', 'batch.wrong-exceptions', {}, fields);
  if (seen.size > 0 && seen.size === batch.lines.length) {
    throw new DomainError('invalid', 'batch.except-everything', {}, [
      { pointer: '/except', code: 'batch.except-everything' },
    ]);
  }
}

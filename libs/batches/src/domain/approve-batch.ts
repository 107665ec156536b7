import type { Assertion, DraftOf } from '#entries';
import { DomainError, type AgencyId, type EntryId, type Sha256 } from '#kernel';
import { stateAfter } from './batch-states.js';
import { checkExceptions, excludeLots, type Exception } from './exclude-lots.js';
import { awaiting, type FrozenBatch } from './frozen-batch.js';
import { batchSubject, release } from './submit-batch.js';

/** How the approver signed; with a passkey, what it signed. */
export interface Signature {
  readonly factor: 'password' | 'passkey';
  readonly assertion?: Assertion;
}

/** Which agency decides, and on which list. */
export interface Vote {
  readonly agency: AgencyId;
  /** Hash of the list that the person was shown. */
  readonly snapshot: Sha256;
}

/**
 * The checks of any decision on a submitted list, before the signature is asked for.
 * Throws `conflict`: `batch.not-awaiting-approval`, `batch.list-changed` (facts seen, now), `batch.agency-decided`
 * (fact entry); `refused` `batch.agency-not-asked`.
 */
export function checkVote(batch: FrozenBatch, vote: Vote): void {
  stateAfter(batch.state, 'approve');
  if (!batch.required.includes(vote.agency)) throw new DomainError('refused', 'batch.agency-not-asked');
  if (batch.snapshot !== vote.snapshot) {
    throw new DomainError('conflict', 'batch.list-changed', { seen: vote.snapshot, now: batch.snapshot });
  }
  const earlier = batch.approvals.find(({ agency }) => agency === vote.agency);
  if (earlier) throw new DomainError('conflict', 'batch.agency-decided', { entry: earlier.entry });
}

export interface SignedVote extends Vote {
  readonly signature: Signature;
  /** Id that the entry of the decision will have. */
  readonly entry: EntryId;
}

export type ApprovalDrafts = readonly [DraftOf<'batch.approved'>, ...DraftOf<'batch.excluded'>[]];

/**
 * An agency's yes, with the lots that it excepts: they leave the list by exclusions, one for each reason.
 * Throws what {@link checkVote} and {@link checkExceptions} throw.
 */
export function approveBatch(
  batch: FrozenBatch,
  vote: SignedVote,
  { except = [], reason: remark }: { readonly except?: readonly Exception[]; readonly reason?: string } = {},
): ApprovalDrafts {
  checkVote(batch, vote);
  checkExceptions(batch, except);
  const complete = awaiting(batch).every((agency) => agency === vote.agency);
  const { agency, snapshot, signature } = vote;
  const reasons = [...new Set(except.map(({ reason }) => reason))];
  const exclusions = reasons.flatMap((reason) => {
    const lots = except.filter((each) => each.reason === reason).map(({ lot }) => lot);
    return excludeLots(batch, { lots, cause: 'approver', because: vote.entry, reason }) ?? [];
  });
  const approved: DraftOf<'batch.approved'> = {
    type: 'batch.approved',
    subject: batchSubject(batch.batch),
    data: {
      submission: batch.submission,
      agency,
      snapshot,
      ...signature,
      ...(except.length > 0 && { except: except.map(({ lot, reason }) => ({ lot, reason })) }),
      ...(remark !== undefined && { reason: remark }),
      complete: complete ? 'yes' : 'no',
    },
  };
  return [approved, ...exclusions];
}

/** An agency's no: it ends the version and releases the goods. Throws what {@link checkVote} throws. */
export function rejectBatch(batch: FrozenBatch, vote: SignedVote, reason: string): DraftOf<'batch.rejected'> {
  checkVote(batch, vote);
  stateAfter(batch.state, 'reject');
  const lots = batch.lines.map(({ lot, amount, unit }) => ({ lot, amount, unit }));
  const { agency, snapshot, signature } = vote;
  return {
    type: 'batch.rejected',
    subject: batchSubject(batch.batch),
    data: { submission: batch.submission, lots, agency, snapshot, ...signature, reason },
    postings: release(lots),
  };
}

import type { BatchSnapshot, LotAmount } from '#entries';
import type { AgencyId, BatchId, EntryId, Instant, LotId, PersonId, Sha256 } from '#kernel';
import type { BatchState } from './batch-states.js';

/** An agency's yes to a frozen list. */
export interface Approval {
  readonly agency: AgencyId;
  readonly person: PersonId;
  /** The role in which the person decided. */
  readonly role: 'approver';
  /** Server's time: a signature is made when it is recorded. */
  readonly decidedAt: Instant;
  readonly factor: 'password' | 'passkey';
  readonly snapshot: Sha256;
  readonly entry: EntryId;
}

export type ExclusionCause = 'hold' | 'decision' | 'appraisal' | 'approver' | 'photo';

export interface Exclusion {
  readonly lot: LotId;
  readonly reason: string;
  readonly cause: ExclusionCause;
  /** The entry for whose sake the lot left the list. */
  readonly because: EntryId;
  readonly entry: EntryId;
}

/** A line that is still in the batch; `amount` in the base unit of the lot. */
export interface BatchLine extends LotAmount {
  readonly site: string;
  readonly method: string;
  /** `staged` once an event took the goods out of the store. */
  readonly status: 'allocated' | 'staged';
}

/** The newest frozen list of a batch, with everything that was decided about it. */
export interface FrozenBatch {
  readonly batch: BatchId;
  readonly reference: string;
  readonly version: number;
  /** The entry that froze the list. */
  readonly submission: EntryId;
  readonly state: BatchState;
  readonly snapshot: Sha256;
  readonly list: BatchSnapshot;
  /** Who submitted it, and for which agency. */
  readonly coordinator: PersonId;
  readonly agency: AgencyId;
  readonly required: readonly AgencyId[];
  readonly approvals: readonly Approval[];
  readonly excluded: readonly Exclusion[];
  readonly lines: readonly BatchLine[];
  /** True while an event that was not called off is planned for the list. */
  readonly hasEvents: boolean;
}

/** Required agencies that have not said yes to this list. */
export function awaiting(batch: Pick<FrozenBatch, 'required' | 'approvals'>): AgencyId[] {
  return batch.required.filter((agency) => !batch.approvals.some((each) => each.agency === agency));
}

import { DomainError, formatInstant, type AgencyId, type Instant } from '#kernel';
import { stateAfter } from './batch-states.js';
import { awaiting, type FrozenBatch } from './frozen-batch.js';

/** Once a day is a reminder; more often is noise that hides the others. */
export const reminderPauseMs = 24 * 3600 * 1000;

export interface ReminderFacts {
  readonly batch: Pick<FrozenBatch, 'agency' | 'state' | 'required' | 'approvals'>;
  /** Who reminds, and whom. */
  readonly by: AgencyId;
  readonly agency: AgencyId;
  /** The last reminder of this agency about this list. */
  readonly last?: Instant;
  readonly nowMs: number;
}

/**
 * Whether an agency may be reminded of the decision that a batch waits for. Throws `refused`
 * `batch.other-coordinator`; `conflict` `batch.not-awaiting-approval`, `batch.agency-not-awaited`,
 * `batch.reminded-lately`.
 */
export function refuseReminder({ batch, by, agency, last, nowMs }: ReminderFacts): void {
  if (batch.agency !== by) throw new DomainError('refused', 'batch.other-coordinator');
  stateAfter(batch.state, 'approve');
  if (!awaiting(batch).includes(agency)) throw new DomainError('conflict', 'batch.agency-not-awaited');
  if (last !== undefined && nowMs - Date.parse(last) < reminderPauseMs) {
    throw new DomainError('conflict', 'batch.reminded-lately', { sent: formatInstant(Date.parse(last)) });
  }
}

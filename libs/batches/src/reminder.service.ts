import { Inject, Injectable } from '@nestjs/common';
import { formatInstant, type AgencyId, type BatchId, type Clock, type EntryId, type Instant } from '#kernel';
import { CLOCK } from '#ledger';
import { UnitOfWork } from '#platform';
import { BatchRepository } from './batch.repository.js';
import { refuseReminder } from './domain/remind-agency.js';
import { ReminderRepository, type Reminder } from './reminder.repository.js';

/**
 * Reminds agencies of decisions that are waited for. A reminder is a notice in the work queue of that agency's
 * approvers and no entry of the ledger: it moves no goods and proves nothing.
 */
@Injectable()
export class ReminderService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly batches: BatchRepository,
    private readonly reminders: ReminderRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Reminds one agency; the same `id` again is the same reminder. Throws the codes of `refuseReminder`, `missing`
   * `batch.unknown`, `conflict` `batch.not-submitted`.
   */
  send(
    batch: BatchId,
    asked: Pick<Reminder, 'id' | 'agency' | 'person'> & { readonly by: AgencyId },
  ): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.batches.lock(tx, batch);
      if (await this.reminders.known(tx, asked.id)) return;
      const frozen = await this.batches.frozen(tx, batch);
      const nowMs = this.clock.now();
      const last = (await this.reminders.last(tx, frozen.submission)).get(asked.agency);
      const { id, agency, person, by } = asked;
      refuseReminder({ batch: frozen, by, agency, ...(last !== undefined && { last }), nowMs });
      const { submission } = frozen;
      await this.reminders.insert(tx, { id, submission, agency, person, sent: formatInstant(nowMs) });
    });
  }

  /** When each agency was last reminded of its decision on a frozen list. */
  last(submission: EntryId): Promise<ReadonlyMap<AgencyId, Instant>> {
    return this.reminders.last(undefined, submission);
  }
}

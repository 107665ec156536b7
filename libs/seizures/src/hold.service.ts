import { Injectable } from '@nestjs/common';
import { DomainError, type HoldId, type LotId } from '#kernel';
import { Ledger, type Command, type Outcome } from '#ledger';
import { CaseRepository } from './case.repository.js';
import { placeHold, releaseHold, type HoldRequest } from './domain/holds.js';

/** Legal holds: while one stands, its lots are not disposed of; later steps react to it. */
@Injectable()
export class HoldService {
  constructor(
    private readonly ledger: Ledger,
    private readonly cases: CaseRepository,
  ) {}

  /** Places a hold; throws `missing` `lot.unknown`, `conflict` `hold.already-placed`. */
  place(command: Command, request: HoldRequest): Promise<Outcome<{ id: HoldId; lots: readonly LotId[] }>> {
    return this.ledger.perform(command, async (tx) => {
      const lots = await this.cases.lock(tx, request.lots);
      if (await this.cases.taken(tx, 'holds', request.id)) {
        throw new DomainError('conflict', 'hold.already-placed');
      }
      const draft = placeHold(request, lots, command.agency);
      return { entries: [draft], result: { id: request.id, lots: request.lots } };
    });
  }

  /** Ends a hold; throws `missing` `hold.unknown`, `conflict` `hold.already-released`. */
  release(command: Command, hold: HoldId, reason: string): Promise<Outcome<{ id: HoldId }>> {
    return this.ledger.perform(command, async (tx) => {
      const lots = await this.cases.lotsOfHold(tx, hold);
      await this.cases.lock(tx, lots);
      const draft = releaseHold(await this.cases.hold(tx, hold), { agency: command.agency, reason });
      return { entries: [draft], result: { id: hold } };
    });
  }
}

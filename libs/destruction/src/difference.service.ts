import { Injectable } from '@nestjs/common';
import { Duties, refuseEarlierActs } from '#duties';
import { StepUps } from '#identity';
import { DomainError, type EventId, type LotId, type Sha256 } from '#kernel';
import { Ledger, type Command, type Outcome } from '#ledger';
import { UnitOfWork, type Tx } from '#platform';
import {
  confirmDifference,
  differenceOf,
  refuseOtherDifference,
  type Difference,
} from './domain/confirm-difference.js';
import type { DestructionEvent } from './domain/event.js';
import { EventDifferences } from './event-differences.loader.js';

/** What an approver stands for; `measured` is a quantity in any unit of the lot's family. */
export interface DifferenceAsked {
  readonly lot: LotId;
  readonly measured: unknown;
}
export interface ConfirmationAsked extends DifferenceAsked {
  readonly reason: string;
  /** Hash of the difference that the person was shown. */
  readonly seen: Sha256;
  readonly stepUp?: string;
}

/** Weighing differences beyond the tolerance, for which an approver stands. */
@Injectable()
export class DifferenceService {
  constructor(
    private readonly ledger: Ledger,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventDifferences,
    private readonly duties: Duties,
    private readonly stepUps: StepUps,
  ) {}

  /** What would be signed. Throws the codes of `differenceOf` and of quantities, `missing` `event.unknown`. */
  preview(id: EventId, asked: DifferenceAsked): Promise<Difference> {
    return this.unitOfWork.run(async (tx) => {
      const event = await this.events.load(tx, id);
      return this.difference(tx, event, asked);
    });
  }

  /**
   * Lets exactly the measured amount be recorded. State, figures and duties are checked before the step-up is used
   * (purpose `approve`). Throws the codes of {@link preview}; `conflict` `event.difference-changed`; `refused`
   * `duties.same-goods`, `access.step-up-required`.
   */
  confirm(command: Command, id: EventId, asked: ConfirmationAsked): Promise<Outcome<Difference>> {
    return this.ledger.perform(command, async (tx) => {
      const event = await this.events.lock(tx, id);
      const found = await this.difference(tx, event, asked);
      refuseOtherDifference(found, asked.seen);
      const { person } = command;
      refuseEarlierActs(await this.duties.actsOn(tx, [asked.lot]), { person, rule: 'approver-apart' });
      const { stepUp: token, reason, seen: sha256 } = asked;
      const signature = await this.stepUps.use(tx, { token, person, purpose: 'approve', sha256 });
      return { entries: [confirmDifference(event, found, { reason, signature })], result: found };
    });
  }

  private async difference(
    tx: Tx,
    event: DestructionEvent,
    { lot, measured }: DifferenceAsked,
  ): Promise<Difference> {
    const line = event.lines.find((one) => one.lot === lot);
    if (!line) throw new DomainError('missing', 'event.line-unknown', { lot });
    const facts = await this.events.facts(tx, line, measured);
    return differenceOf({ lot, measured: facts.measured }, { event, ...facts });
  }
}

import { Injectable } from '@nestjs/common';
import type { EventId, Instant, LotId, PersonId, Sha256 } from '#kernel';
import { Ledger, type Command, type Outcome } from '#ledger';
import { cancelEvent, postponeEvent } from './domain/call-off-event.js';
import { closeEvent } from './domain/close-event.js';
import type { EventState } from './domain/event.js';
import { refuseUnknown } from './domain/stage-goods.js';
import { EventFactsLoader } from './event-facts.loader.js';
import { EventRepository } from './event.repository.js';

/** A staged line as it was counted back into the store. */
export interface RecountAsked {
  readonly lot: LotId;
  readonly returned: unknown;
  readonly missing?: unknown;
}
export interface EndedEvent {
  readonly id: EventId;
  readonly state: EventState;
}
export interface ClosedEvent extends EndedEvent {
  readonly linesHash: Sha256;
  readonly witnesses: readonly PersonId[];
}

/** Postponement, cancellation, closure. */
@Injectable()
export class EndingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly events: EventRepository,
    private readonly facts: EventFactsLoader,
  ) {}

  /** Throws the codes of `postponeEvent`, `missing` `event.unknown`. */
  postpone(
    command: Command,
    id: EventId,
    asked: { readonly startsAt: Instant; readonly reason: string },
  ): Promise<Outcome<EndedEvent & { startsAt: Instant }>> {
    return this.ledger.perform(command, async (tx) => {
      const event = await this.events.lock(tx, id);
      const draft = postponeEvent(event, asked);
      return { entries: [draft], result: { id, state: event.state, startsAt: asked.startsAt } };
    });
  }

  /** Throws the codes of `cancelEvent` and of quantities, `missing` `event.unknown`. */
  cancel(
    command: Command,
    id: EventId,
    asked: { readonly reason: string; readonly lines: readonly RecountAsked[] },
  ): Promise<Outcome<EndedEvent>> {
    return this.ledger.perform(command, async (tx) => {
      const event = await this.events.lockWithBatch(tx, id);
      refuseUnknown(event, asked.lines);
      const amount = await this.facts.amounts(
        tx,
        asked.lines.map(({ lot }) => lot),
      );
      const lines = asked.lines.map(({ lot, returned, missing }, index) => ({
        lot,
        returned: amount(lot, returned, `/lines/${index}/returned`),
        missing: missing === undefined ? '0' : amount(lot, missing, `/lines/${index}/missing`),
      }));
      const draft = cancelEvent(event, { reason: asked.reason, lines });
      return { entries: [draft], result: { id, state: 'cancelled' } };
    });
  }

  /** Throws the codes of `closeEvent`, `missing` `event.unknown`. */
  close(command: Command, id: EventId): Promise<Outcome<ClosedEvent>> {
    return this.ledger.perform(command, async (tx) => {
      const event = await this.events.lockWithBatch(tx, id);
      const draft = closeEvent(await this.facts.closing(tx, event));
      const { linesHash, witnesses } = draft.data;
      return { entries: [draft], result: { id, state: 'closed', linesHash, witnesses } };
    });
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError, type EventId } from '#kernel';
import type { Tx } from '#platform';
import type { DestructionEvent, EventLine } from './domain/event.js';
import { EventFactsLoader } from './event-facts.loader.js';
import { EventQueries } from './event.queries.js';
import { EventRepository } from './event.repository.js';

/** What a weighing difference is judged by. */
@Injectable()
export class EventDifferences {
  constructor(
    private readonly repository: EventRepository,
    private readonly queries: EventQueries,
    private readonly loader: EventFactsLoader,
  ) {}

  lock(tx: Tx, id: EventId): Promise<DestructionEvent> {
    return this.repository.lock(tx, id);
  }

  /** Throws `missing` `event.unknown`. */
  async load(tx: Tx, id: EventId): Promise<DestructionEvent> {
    const event = await this.queries.load(tx, id);
    if (!event) throw new DomainError('missing', 'event.unknown', { id });
    return event;
  }

  /** The measured amount in the lot's base unit, and how far scales may differ; throws the codes of quantities. */
  async facts(tx: Tx, { lot, unit }: EventLine, measured: unknown) {
    const amount = await this.loader.amounts(tx, [lot]);
    const { byMass, within } = await this.loader.tolerance(tx, unit);
    return { measured: amount(lot, measured, '/measured'), byMass, withinTolerance: within };
  }
}

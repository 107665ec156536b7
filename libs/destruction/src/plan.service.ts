import { Inject, Injectable } from '@nestjs/common';
import { BatchQueries, BatchRepository } from '#batches';
import { Duties, refuseEarlierActs } from '#duties';
import { PeopleQueries } from '#identity';
import { DomainError, formatInstant, type BatchId, type Clock, type EventId, type LotId } from '#kernel';
import { CLOCK, Counters, GoodsRepository, Ledger, LedgerQueries, type Command, type Outcome } from '#ledger';
import type { Tx } from '#platform';
import { planEvent, type PlanFacts, type PlanRequest } from './domain/plan-event.js';
import { EventFactsLoader } from './event-facts.loader.js';
import { EventRepository } from './event.repository.js';

export interface PlannedEvent {
  readonly id: EventId;
  readonly reference: string;
  readonly state: 'planned';
  readonly lines: readonly { readonly lot: LotId; readonly allocated: { amount: string; unit: string } }[];
}

/** Readable numbers of events (HD-2026-0044): rising, gaps allowed. */
@Injectable()
export class EventReferences {
  constructor(
    private readonly ledger: LedgerQueries,
    private readonly counters: Counters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A new number; for a repeat, whose answer is known already, none is taken. Call outside of the unit of work. */
  async take({ key }: Command): Promise<string> {
    if (await this.ledger.request(key)) return '';
    const year = Number(formatInstant(this.clock.now()).slice(0, 4));
    const number = await this.counters.take('event', year);
    return `HD-${year}-${String(number).padStart(4, '0')}`;
  }
}

/** What a plan is decided on. */
@Injectable()
export class PlanTerms {
  constructor(
    private readonly batches: BatchQueries,
    private readonly people: PeopleQueries,
    private readonly duties: Duties,
    private readonly events: EventRepository,
    private readonly facts: EventFactsLoader,
  ) {}

  async load(tx: Tx, batch: BatchId, request: PlanRequest): Promise<Omit<PlanFacts, 'reference'>> {
    if (await this.events.taken(tx, request.id)) throw new DomainError('conflict', 'event.already-planned');
    const frozen = await this.batches.frozen(tx, batch);
    const openAtSite = await this.events.openAtSite(tx, batch, request.site);
    const lots = frozen.lines.map(({ lot }) => lot);
    const people = await this.people.byId(tx, [request.lead, ...request.witnesses]);
    const holders = await this.facts.holders(tx, lots);
    return {
      batch: frozen,
      ...(openAtSite !== undefined && { openAtSite }),
      people: people.filter(({ active }) => active),
      keepers: new Map(holders.map(({ lot, agency }) => [lot, agency])),
      witnessesNeeded: this.facts.witnesses().witnessesPerLine,
    };
  }

  /** Lead and witnesses had no part that bars them; throws `refused` `duties.same-goods`. */
  async refuseEarlier(tx: Tx, lots: readonly LotId[], { lead, witnesses }: PlanRequest): Promise<void> {
    const acts = await this.duties.actsOn(tx, lots);
    refuseEarlierActs(acts, { person: lead, rule: 'lead-apart' });
    for (const person of witnesses) refuseEarlierActs(acts, { person, rule: 'witness-apart' });
  }
}

/** Plans events of approved batches. */
@Injectable()
export class PlanService {
  constructor(
    private readonly ledger: Ledger,
    private readonly batches: BatchRepository,
    private readonly goods: GoodsRepository,
    private readonly references: EventReferences,
    private readonly terms: PlanTerms,
  ) {}

  /**
   * Plans the destruction of what an approved batch has at one site. Throws the codes of `planEvent`, `refused`
   * `duties.same-goods`, `missing` `batch.unknown`, `conflict` `batch.not-submitted`, `event.already-planned`.
   */
  async plan(command: Command, batch: BatchId, request: PlanRequest): Promise<Outcome<PlannedEvent>> {
    const reference = await this.references.take(command);
    return this.ledger.perform(command, async (tx) => {
      await this.batches.lock(tx, batch);
      const facts = await this.terms.load(tx, batch, request);
      const draft = planEvent(request, { ...facts, reference });
      const { lots } = draft.data;
      const ids = lots.map(({ lot }) => lot);
      await this.goods.lock(tx, ids);
      await this.terms.refuseEarlier(tx, ids, request);
      return { entries: [draft], result: resultOf(request.id, reference, lots) };
    });
  }
}

function resultOf(
  id: EventId,
  reference: string,
  lots: readonly { readonly lot: LotId; readonly amount: string; readonly unit: string }[],
): PlannedEvent {
  const lines = lots.map(({ lot, amount, unit }) => ({ lot, allocated: { amount, unit } }));
  return { id, reference, state: 'planned', lines };
}

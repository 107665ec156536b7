import { Injectable } from '@nestjs/common';
import type { EventId, LotId } from '#kernel';
import { Ledger, type Command, type Outcome } from '#ledger';
import { refuseUnknown, stageGoods } from './domain/stage-goods.js';
import { EventFactsLoader } from './event-facts.loader.js';
import { EventRepository } from './event.repository.js';

/** A line as the custodian sends it; quantities in any unit of the lot's family. */
export interface StagingAsked {
  readonly lot: LotId;
  readonly staged: unknown;
  readonly short?: unknown;
  readonly reason?: string;
}
export interface StagedGoods {
  readonly id: EventId;
  readonly state: 'staged';
  readonly lines: readonly { readonly lot: LotId; staged: string; short: string; unit: string }[];
}

/** Counts goods out of the store. */
@Injectable()
export class StagingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly events: EventRepository,
    private readonly facts: EventFactsLoader,
  ) {}

  /** Throws the codes of `stageGoods` and of quantities, `missing` `event.unknown`. */
  stage(command: Command, id: EventId, lines: readonly StagingAsked[]): Promise<Outcome<StagedGoods>> {
    return this.ledger.perform(command, async (tx) => {
      const event = await this.events.lockWithBatch(tx, id);
      refuseUnknown(event, lines);
      const lots = lines.map(({ lot }) => lot);
      const amount = await this.facts.amounts(tx, lots);
      const counted = lines.map(({ lot, staged, short, reason }, index) => ({
        lot,
        staged: amount(lot, staged, `/lines/${index}/staged`),
        short: short === undefined ? '0' : amount(lot, short, `/lines/${index}/short`),
        ...(reason !== undefined && { reason }),
      }));
      const holders = await this.facts.holders(tx, lots);
      const draft = stageGoods(counted, {
        event,
        person: command.person,
        keepers: new Map(holders.map(({ lot, custodian }) => [lot, custodian])),
        obstacles: await this.facts.obstacles(tx, lots),
      });
      const shown = draft.data.lines.map(({ lot, staged, short, unit }) => ({ lot, staged, short, unit }));
      return { entries: [draft], result: { id, state: 'staged', lines: shown } };
    });
  }
}

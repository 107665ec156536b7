import { Injectable } from '@nestjs/common';
import { Duties, refuseEarlierActs } from '#duties';
import { DomainError, type EntryId, type EventId, type LotId, type Sha256 } from '#kernel';
import { Ledger, type Command, type Outcome } from '#ledger';
import type { Tx } from '#platform';
import type { DestructionEvent, LineResult } from './domain/event.js';
import { recordLine } from './domain/record-line.js';
import { witnessEvent, type Testimony } from './domain/witness-event.js';
import { EventFactsLoader } from './event-facts.loader.js';
import { EventRepository } from './event.repository.js';

/** What became of a line, as it is sent; quantities in any unit of the lot's family, `netKg` in one of mass. */
export interface LineAsked {
  readonly lot: LotId;
  readonly destroyed: unknown;
  readonly returned?: unknown;
  readonly missing?: unknown;
  readonly netKg?: unknown;
  readonly reason?: string;
}
export interface RecordedLine extends LineResult {
  readonly event: EventId;
  readonly lot: LotId;
  readonly unit: string;
}
export interface MadeStatement {
  readonly event: EventId;
  readonly statement: EntryId;
  readonly lines: readonly LotId[];
  readonly sha256: Sha256;
}

/** What happens at the site: results line by line, and what witnesses saw. */
@Injectable()
export class SiteService {
  constructor(
    private readonly ledger: Ledger,
    private readonly events: EventRepository,
    private readonly facts: EventFactsLoader,
    private readonly duties: Duties,
  ) {}

  /** Records or re-records a line; throws the codes of `recordLine` and of quantities, `missing` `event.unknown`. */
  record(command: Command, id: EventId, asked: LineAsked): Promise<Outcome<RecordedLine>> {
    return this.ledger.perform(command, async (tx) => {
      const event = await this.events.lock(tx, id);
      const line = event.lines.find(({ lot }) => lot === asked.lot);
      if (!line) throw new DomainError('missing', 'event.line-unknown', { lot: asked.lot });
      const { byMass, within } = await this.facts.tolerance(tx, line.unit);
      const draft = recordLine(await this.inBase(tx, asked), {
        event,
        obstacles: await this.facts.obstacles(tx, [asked.lot]),
        byMass,
        withinTolerance: within,
      });
      return { entries: [draft], result: { event: id, ...draft.data } };
    });
  }

  /** Throws the codes of `witnessEvent`, `refused` `duties.same-goods`, `missing` `event.unknown`. */
  witness(
    command: Command,
    id: EventId,
    testimony: Omit<Testimony, 'person'>,
  ): Promise<Outcome<MadeStatement>> {
    return this.ledger.perform(command, async (tx, moment) => {
      const event = await this.events.lock(tx, id);
      const draft = witnessEvent(event, { ...testimony, person: command.person });
      await this.refuseEarlier(tx, command, event);
      const { lines, sha256 } = draft.data;
      return { entries: [draft], result: { event: id, statement: moment.entry, lines, sha256 } };
    });
  }

  private async refuseEarlier(tx: Tx, { person }: Command, { lines }: DestructionEvent): Promise<void> {
    const acts = await this.duties.actsOn(
      tx,
      lines.map(({ lot }) => lot),
    );
    refuseEarlierActs(acts, { person, rule: 'witness-apart' });
  }

  private async inBase(tx: Tx, asked: LineAsked): Promise<LineResult & { lot: LotId }> {
    const { lot, destroyed, returned, missing, netKg, reason } = asked;
    const amount = await this.facts.amounts(tx, [lot]);
    return {
      lot,
      destroyed: amount(lot, destroyed, '/destroyed'),
      returned: returned === undefined ? '0' : amount(lot, returned, '/returned'),
      missing: missing === undefined ? '0' : amount(lot, missing, '/missing'),
      ...(netKg !== undefined && { netKg: await this.facts.kilograms(tx, netKg, '/netKg') }),
      ...(reason !== undefined && { reason }),
    };
  }
}

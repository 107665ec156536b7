import { Injectable } from '@nestjs/common';
import { DomainError, type EventId, type FieldError, type LotId, type Sha256 } from '#kernel';
import { UnitOfWork } from '#platform';
import type { EventLine } from './domain/event.js';
import { linesIn } from './domain/event.js';
import { linesHash } from './domain/lines-hash.js';
import { nextStep, type NextStep } from './domain/next-step.js';
import { openItems } from './domain/open-items.js';
import type { StatementFacts } from './event-facts.js';
import { EventFactsLoader } from './event-facts.loader.js';
import type { HeadRow } from './event-rows.js';
import { EventQueries } from './event.queries.js';

/** Everything to show of one event. */
export interface EventOverview {
  readonly head: HeadRow;
  readonly lines: readonly EventLine[];
  readonly statements: readonly StatementFacts[];
  /** What a witness signs who saw the asked lines, or all that are recorded. */
  readonly linesHash: Sha256;
  /** What stands between the event and its closure; nothing once it has ended. */
  readonly open: readonly FieldError[];
  readonly next: NextStep | null;
}

/** Reads one event with what is still to be done. */
@Injectable()
export class EventOverviews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: EventQueries,
    private readonly facts: EventFactsLoader,
  ) {}

  /** `only` = the lots that `linesHash` is asked for. Throws `missing` `event.unknown`. */
  of(id: EventId, only?: readonly LotId[]): Promise<EventOverview> {
    return this.unitOfWork.run(async (tx) => {
      const found = await this.events.one(tx, id);
      if (!found) throw new DomainError('missing', 'event.unknown', { id });
      const { head, lines, statements } = found;
      const over = head.state === 'closed' || head.state === 'cancelled';
      const open = over ? [] : openItems(await this.facts.closing(tx, { ...head, lines, statements }));
      const hashed = linesIn({ lines }).filter(({ lot }) => !only || only.includes(lot));
      return {
        head,
        lines,
        statements,
        linesHash: linesHash(hashed),
        open,
        next: over ? null : nextStep(open),
      };
    });
  }
}

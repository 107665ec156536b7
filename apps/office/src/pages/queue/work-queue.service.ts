import { Inject, Injectable } from '@nestjs/common';
import { CatalogueService, clockOf, type LegalClock } from '#catalogue';
import type { Actor } from '#identity';
import type { Clock, Instant } from '#kernel';
import { CLOCK } from '#ledger';
import { endOf, urgencyOf, type Urgency } from './due.js';
import { QueueQueries, type QueueRow } from './queue.queries.js';

export interface QueueItem extends QueueRow {
  readonly due?: Instant;
  readonly urgency: Urgency;
  /** The law that the time limit comes from; absent for appointments. */
  readonly clock?: LegalClock;
}

/** Clocks of the rule pack by kind of work; what is missing here is an appointment or has no time limit. */
const clocks: Readonly<Record<string, string>> = {
  'confirm-seizure': 'custody-hand-over',
  'hand-over': 'custody-hand-over',
  receive: 'custody-hand-over',
  'decide-registration': 'advance-registration-decision',
  'decide-seizure': 'seizure-end',
  'plan-event': 'destruction',
  propose: 'destruction',
  approve: 'destruction',
  'prepare-report': 'publication',
  'release-report': 'publication',
  'withdraw-report': 'publication-withdrawal',
  'approve-reminded': 'destruction',
};

/** What waits for a person, the most urgent first. */
@Injectable()
export class WorkQueue {
  constructor(
    private readonly queries: QueueQueries,
    private readonly catalogue: CatalogueService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async count(actor: Actor): Promise<number> {
    return (await this.queries.of(actor)).length;
  }

  async items(actor: Actor): Promise<QueueItem[]> {
    const items = (await this.queries.of(actor)).map((row) => this.withClock(row));
    return items.sort((a, b) => order(a) - order(b) || (a.reference < b.reference ? -1 : 1));
  }

  private withClock(row: QueueRow): QueueItem {
    const code = clocks[row.kind];
    const clock = code === undefined ? undefined : clockOf(this.catalogue.rulePack(), code);
    const due = row.since === null ? undefined : clock ? endOf(row.since, clock.within) : row.since;
    return {
      ...row,
      urgency: urgencyOf(due, this.clock.now()),
      ...(due !== undefined && { due }),
      ...(clock && { clock }),
    };
  }
}

function order({ due }: QueueItem): number {
  return due === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(due);
}

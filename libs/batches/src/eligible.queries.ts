import { Inject, Injectable } from '@nestjs/common';
import { formatInstant, type AgencyId, type Clock, type LotId } from '#kernel';
import { CLOCK } from '#ledger';
import { UnitOfWork, type Tx } from '#platform';
import { LotGates, LotQueries, type LotFacts } from '#seizures';
import { availableOf, lotBlockers, type GateBlocker } from './gates.js';

/** A lot with what a batch could take of it now, and everything that keeps it out. */
export interface EligibleLot {
  readonly facts: LotFacts;
  /** In the lot's base unit. */
  readonly available: string;
  readonly blockers: readonly GateBlocker[];
}

/** What may enter a batch, and for the rest every blocker. */
@Injectable()
export class EligibleLots {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lots: LotQueries,
    private readonly gates: LotGates,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One page of lots in the order of their codes; one more than `limit` where there are more. */
  search(search: {
    readonly agencies: readonly AgencyId[];
    readonly q?: string;
    readonly category?: string;
    /** Only lots that have something on this account. */
    readonly account?: string;
    /** Code of the last lot of the page before. */
    readonly after?: string;
    readonly limit: number;
  }): Promise<EligibleLot[]> {
    return this.unitOfWork.run(async (tx) => {
      const facts = await this.lots.search(tx, { ...search, limit: search.limit + 1 });
      return this.gated(tx, facts);
    });
  }

  /** These lots, in the order of ids; throws `missing` `lot.unknown`. */
  of(lots: readonly LotId[]): Promise<EligibleLot[]> {
    return this.unitOfWork.run(async (tx) => this.gated(tx, await this.lots.facts(tx, lots)));
  }

  private async gated(tx: Tx, facts: readonly LotFacts[]): Promise<EligibleLot[]> {
    const gated = await this.gates.of(tx, facts, formatInstant(this.clock.now()));
    return gated.map((lot) => ({
      facts: lot.facts,
      available: availableOf(lot),
      blockers: lotBlockers(lot),
    }));
  }
}

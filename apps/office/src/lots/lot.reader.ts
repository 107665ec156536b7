import { Injectable } from '@nestjs/common';
import type { AgencyId, Instant, LotId } from '#kernel';
import { UnitOfWork } from '#platform';
import { LotGates, LotQueries, SeizureQueries } from '#seizures';
import { LotKeeping } from './lot.keeping.js';

/** Collects what is known of one lot, as it stands in one moment. */
@Injectable()
export class LotReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lots: LotQueries,
    private readonly seizures: SeizureQueries,
    private readonly gates: LotGates,
    private readonly keeping: LotKeeping,
  ) {}

  /** Throws `missing` `lot.unknown`. */
  of(lot: LotId, now: Instant, viewer?: AgencyId) {
    return this.unitOfWork.run(async (tx) => {
      const [gated] = await this.gates.of(tx, await this.lots.facts(tx, [lot]), now);
      return {
        ...gated!,
        record: await this.lots.record(tx, lot),
        seizure: await this.seizures.ofLot(tx, lot),
        holding: await this.keeping.holding(tx, lot, gated!.facts.responsible),
        photos: await this.keeping.shownBy(tx, lot, viewer),
      };
    });
  }
}

import { Injectable } from '@nestjs/common';
import { PhotoQueries } from '#evidence';
import type { Instant, LotId } from '#kernel';
import { UnitOfWork } from '#platform';
import { LotGates, LotQueries, SeizureQueries } from '#seizures';

/** Collects what is known of one lot, as it stands in one moment. */
@Injectable()
export class LotReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lots: LotQueries,
    private readonly seizures: SeizureQueries,
    private readonly gates: LotGates,
    private readonly photos: PhotoQueries,
  ) {}

  /** Throws `missing` `lot.unknown`. */
  of(lot: LotId, now: Instant) {
    return this.unitOfWork.run(async (tx) => {
      const [gated] = await this.gates.of(tx, await this.lots.facts(tx, [lot]), now);
      const photos = await this.photos.ofLots(tx, [lot]);
      return {
        ...gated!,
        record: await this.lots.record(tx, lot),
        seizure: await this.seizures.ofLot(tx, lot),
        photos: photos.map(({ sha256, stage, damaged }) => ({ sha256, stage, damaged })),
      };
    });
  }
}

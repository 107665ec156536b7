import { Injectable } from '@nestjs/common';
import { CatalogueService, isPackageUnit, needsAppraisal } from '#catalogue';
import { PhotoQueries } from '#evidence';
import type { Instant, LotId } from '#kernel';
import { GoodsRepository, type Balance } from '#ledger';
import type { Tx } from '#platform';
import { blockersOf, type Blocker } from './domain/blockers.js';
import type { LotFacts } from './domain/case-facts.js';

/** A lot with what keeps it out of a batch, and where its goods are. */
export interface GatedLot {
  readonly facts: LotFacts;
  readonly blockers: readonly Blocker[];
  /** Balances other than zero, in the lot's base unit. */
  readonly balances: readonly Balance[];
}

/** Collects the facts of the gates from case file, catalogue, photos and accounts. */
@Injectable()
export class LotGates {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly goods: GoodsRepository,
    private readonly photos: PhotoQueries,
  ) {}

  /** The gates of these lots at the moment `now`, in the order of the facts. */
  async of(tx: Tx, lots: readonly LotFacts[], now: Instant): Promise<GatedLot[]> {
    const ids = lots.map(({ lot }) => lot);
    const catalogue = await this.catalogue.at(tx);
    const balances = groupByLot(await this.goods.balances(tx, ids));
    const photos = groupByLot(await this.photos.ofLots(tx, ids));
    return lots.map((facts) => {
      const own = balances.get(facts.lot) ?? [];
      const shown = (photos.get(facts.lot) ?? []).filter((one) => one.stage === 'seizure' && !one.damaged);
      const category = catalogue.categories.get(facts.category);
      const gates = {
        appraisalNeeded:
          category !== undefined &&
          needsAppraisal(this.catalogue.rulePack(), category, facts.estimatedValue ?? null),
        sealedPackages: isPackageUnit(catalogue, facts.base.unit),
        seizurePhotos: shown.length,
        inCustody: own.find(({ account }) => account === 'custody')?.amount ?? '0',
      };
      return { facts, blockers: blockersOf(facts, gates, now), balances: own };
    });
  }
}

function groupByLot<T extends { readonly lot: LotId }>(rows: readonly T[]): Map<LotId, T[]> {
  const groups = new Map<LotId, T[]>();
  for (const row of rows) {
    const group = groups.get(row.lot);
    if (group) group.push(row);
    else groups.set(row.lot, [row]);
  }
  return groups;
}

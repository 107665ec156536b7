import { Injectable } from '@nestjs/common';
import { CatalogueService, unitLookup, withinTolerance } from '#catalogue';
import { CustodyQueries } from '#custody';
import { PhotoQueries } from '#evidence';
import type { EventId, LotId } from '#kernel';
import type { Tx } from '#platform';
import { amountOfLot, disposes, LotQueries, type LotFacts } from '#seizures';
import { toBase, parseQuantity } from '#quantity';
import type { DestructionEvent, Obstacle, Obstacles } from './domain/event.js';
import type { ClosingFacts } from './domain/open-items.js';

/** Reads amounts of requests in the base units of their lots. */
export interface AmountReader {
  /** Throws the codes of quantities at `pointer`. */
  (lot: LotId, quantity: unknown, pointer: string): string;
}

/** What decisions about events rest on, from the other libs; call with the lots locked. */
@Injectable()
export class EventFactsLoader {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly lots: LotQueries,
    private readonly custody: CustodyQueries,
    private readonly photos: PhotoQueries,
  ) {}

  /** Goods that must not be destroyed now, with the reason. */
  async obstacles(tx: Tx, lots: readonly LotId[]): Promise<Obstacles> {
    const facts = await this.lots.facts(tx, lots);
    return new Map(
      facts.flatMap((lot): [LotId, Obstacle][] => {
        const obstacle = obstacleOf(lot);
        return obstacle ? [[lot.lot, obstacle]] : [];
      }),
    );
  }

  holders(tx: Tx, lots: readonly LotId[]) {
    return this.custody.holders(tx, lots);
  }

  /** Stages of which there is a photo of the event's site that can be looked at. */
  async photoStages(tx: Tx, event: EventId, site: string): Promise<ReadonlySet<string>> {
    const photos = await this.photos.ofEvent(tx, event);
    const here = photos.filter((photo) => !photo.damaged && (photo.site ?? site) === site);
    return new Set(here.map(({ stage }) => stage));
  }

  /** A reader of quantities of these lots. Zero is a possible answer. */
  async amounts(tx: Tx, lots: readonly LotId[]): Promise<AmountReader> {
    const unitOf = unitLookup(await this.catalogue.at(tx));
    const facts = await this.lots.facts(tx, lots);
    return (lot, quantity, pointer) => {
      const found = facts.find((one) => one.lot === lot)!;
      return amountOfLot(found, quantity, { unitOf, pointer, allowZero: true }).amount;
    };
  }

  /** A net mass in kilograms, from any unit of mass. Throws the codes of quantities. */
  async kilograms(tx: Tx, quantity: unknown, pointer: string): Promise<string> {
    const unitOf = unitLookup(await this.catalogue.at(tx));
    const parsed = parseQuantity(quantity, { pointer, allowZero: true });
    return toBase(parsed, { unitOf, baseUnit: 'kg', pointer, allowZero: true }).amount;
  }

  /** Is goods' measured amount close enough to what was staged, by the share of the rule pack for the family? */
  async tolerance(
    tx: Tx,
    unit: string,
  ): Promise<{ byMass: boolean; within: (staged: string, measured: string) => boolean }> {
    const family = (await this.catalogue.at(tx)).units.get(unit)!.family;
    const pack = this.catalogue.rulePack();
    return {
      byMass: pack.tolerances.some((one) => one.family === family),
      within: (staged, measured) =>
        withinTolerance(pack, family, {
          booked: { amount: staged, unit },
          measured: { amount: measured, unit },
        }),
    };
  }

  /** What decides whether an event may be closed. */
  async closing(tx: Tx, event: DestructionEvent): Promise<ClosingFacts> {
    const lots = event.lines.map(({ lot }) => lot);
    const holders = await this.holders(tx, lots);
    return {
      event,
      photos: await this.photoStages(tx, event.id, event.site),
      keepers: new Map(holders.map(({ lot, agency }) => [lot, agency])),
      obstacles: await this.obstacles(tx, lots),
      ...this.witnesses(),
    };
  }

  /** Witnesses that each line needs, and how many of them from outside the keeping agency. */
  witnesses() {
    const { witnessesPerLine, witnessesFromOutside } = this.catalogue.rulePack().persons;
    return { witnessesPerLine, witnessesFromOutside };
  }
}

function obstacleOf({ holds, decision }: LotFacts): Obstacle | undefined {
  if (holds.length > 0) return 'event.lot-on-hold';
  return decision && disposes(decision.kind) ? undefined : 'event.decision-gone';
}

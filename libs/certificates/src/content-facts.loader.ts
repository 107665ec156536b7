import { Injectable } from '@nestjs/common';
import type { FrozenBatch } from '#batches';
import { CatalogueService, unitLookup } from '#catalogue';
import type { EventOfBatch } from '#destruction';
import { PhotoQueries } from '#evidence';
import type { LotId, PersonId } from '#kernel';
import type { Tx } from '#platform';
import { bindRatio, measuresOf, parseUnitRatio, type Quantity, type UnitOf } from '#quantity';
import { LotQueries, type LotFacts } from '#seizures';
import type { Photo } from './domain/certificate-content.js';
import type { CertificateFacts, EventFacts, LotOnPaper } from './domain/facts.js';
import { namesUsed } from './domain/names-used.js';
import { PaperIdentity, type Who } from './paper-identity.js';
import { Seals } from './seals.service.js';

/** The rule of the headline of the published events: domain.md, "Quantities". */
const headlineRule = {
  zh: '各行按统计单位相加，每瓶、每件、每双、每条（轮胎）、每零售盒各计为一件',
  en: 'sum of the reporting units of all lines: each bottle, piece, pair, tyre and retail box counted as one',
};

/** Gathers names, lots, photos and decisions for the paper. */
@Injectable()
export class ContentFacts {
  constructor(
    private readonly identity: PaperIdentity,
    private readonly lots: LotQueries,
    private readonly photos: PhotoQueries,
    private readonly catalogue: CatalogueService,
    private readonly seals: Seals,
  ) {}

  async load(tx: Tx, frozen: FrozenBatch, events: readonly EventOfBatch[]): Promise<CertificateFacts> {
    const { list } = frozen;
    const catalogue = await this.catalogue.at(tx);
    const unitOf = unitLookup(catalogue);
    const agencies = await this.identity.agencies.all(tx);
    const who = await this.identity.who(tx, peopleOf(frozen, events));
    const issuing = agencies.find(({ id }) => id === frozen.agency)!;
    const lots = (
      await this.lots.facts(
        tx,
        list.lines.map(({ lot }) => lot),
      )
    ).map((lot) => onPaper(lot, unitOf));
    const eventFacts = events.map((event) => eventOnPaper(event, who));
    return {
      agency: issuing.code,
      seal: this.seals.nameFor(issuing),
      list,
      reference: frozen.reference,
      snapshot: frozen.snapshot,
      approvals: frozen.approvals.map(({ person, role, decidedAt, factor, snapshot }) => ({
        ...who.get(person)!,
        role,
        decidedAt,
        factor,
        snapshot,
      })),
      exclusions: exclusionsOf(frozen),
      events: eventFacts,
      lots: new Map(lots.map((lot) => [lot.lot, lot])),
      photos: [
        ...list.photos.map(({ lot, sha256 }) => ({
          sha256: sha256 as Photo['sha256'],
          stage: 'seizure' as const,
          lot,
        })),
        ...(await this.eventPhotos(tx, events)),
      ],
      names: namesUsed({ catalogue, agencies, list, events: eventFacts }),
      unitOf,
      headlineRule,
    };
  }

  private async eventPhotos(tx: Tx, events: readonly EventOfBatch[]): Promise<Photo[]> {
    const photos: Photo[] = [];
    for (const { id, site } of events) {
      for (const { sha256, stage } of await this.photos.ofEvent(tx, id)) {
        if (stage === 'before' || stage === 'during' || stage === 'after')
          photos.push({ sha256, stage, site });
      }
    }
    return photos;
  }
}

function peopleOf({ approvals }: FrozenBatch, events: readonly EventOfBatch[]): PersonId[] {
  const atEvents = events.flatMap(({ lead, statements }) => [
    lead,
    ...statements.map(({ person }) => person),
  ]);
  return [...new Set([...approvals.map(({ person }) => person), ...atEvents])];
}

function onPaper(facts: LotFacts, unitOf: UnitOf): LotOnPaper {
  const { lot, declared, base, brand, variety, unitRatio } = facts;
  const units = measuresOf(declared as Quantity).flatMap(({ unit }) => unitOf(unit) ?? []);
  return {
    lot,
    declared,
    base,
    ...(unitRatio && { ratio: bindRatio(units, parseUnitRatio(unitRatio)) }),
    ...(brand !== undefined && { brand }),
    ...(variety !== undefined && { variety }),
  };
}

function eventOnPaper(event: EventOfBatch, who: Who): EventFacts {
  const { reference, site, startedAt, endedAt, lead, lines, statements } = event;
  return {
    reference,
    site,
    startedAt: startedAt!,
    endedAt: endedAt!,
    lead: who.get(lead)!,
    lines,
    statements: statements.map(({ person, statement, recorded, stale }) => ({
      ...who.get(person)!,
      statement,
      statedAt: recorded,
      stale,
    })),
  };
}

function exclusionsOf({ list, excluded }: FrozenBatch): CertificateFacts['exclusions'] {
  const lines = new Map<LotId, (typeof list.lines)[number]>(list.lines.map((line) => [line.lot, line]));
  return excluded.map(({ lot, reason }) => ({ lot, quantity: lines.get(lot)!.quantity, reason }));
}

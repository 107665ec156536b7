import { Injectable } from '@nestjs/common';
import { EventOverviews, EventQueries, figuresOf, type EventLine, type EventOverview } from '#destruction';
import { PhotoQueries } from '#evidence';
import { Access, type Actor } from '#identity';
import { parseId, type AgencyId, type BatchId, type EventId, type LotId, type PersonId } from '#kernel';
import { toInstant, UnitOfWork, type Language } from '#platform';
import { LotQueries } from '#seizures';
import { Directory } from '../common/directory.js';
import { decodeCursor, pageOf } from '../common/paging.js';
import { officeMessages } from '../messages.js';
import type { EventsQuery } from './dto/event.dto.js';

/** What the interface shows of events beside their own tables. */
@Injectable()
export class EventSurroundings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lots: LotQueries,
    private readonly photos: PhotoQueries,
    private readonly directory: Directory,
  ) {}

  persons(ids: readonly PersonId[]) {
    return this.directory.persons(undefined, ids);
  }
  offices(ids: Parameters<Directory['offices']>[1]) {
    return this.directory.offices(undefined, ids);
  }
  photosOf(event: EventId, viewer?: AgencyId) {
    return this.unitOfWork.run((tx) => this.photos.shown(tx, { event }, viewer));
  }
  /** Code, category and description of lots. */
  async named(lots: readonly LotId[]) {
    const facts = await this.unitOfWork.run((tx) => this.lots.facts(tx, lots));
    return new Map(facts.map((one) => [one.lot, one]));
  }
}

/** Events as the interface shows them. */
@Injectable()
export class EventPresenter {
  constructor(
    private readonly events: EventQueries,
    private readonly overviews: EventOverviews,
    private readonly around: EventSurroundings,
    private readonly access: Access,
  ) {}

  /** One page of the events that the actor's agency runs or takes part in, the latest start first. */
  async page(actor: Actor, { limit, cursor, state, batch }: EventsQuery) {
    const agencies = await this.access.agenciesOf(actor, 'event.read');
    const after = decodeCursor(cursor, 2);
    const rows = await this.events.search({
      agencies,
      limit,
      ...(state && { state }),
      ...(batch !== undefined && { batch: parseId<BatchId>(batch, '/batch') }),
      ...(after && { after: [toInstant(after[0]!), parseId<EventId>(after[1]!)] }),
    });
    const { items, next } = pageOf(rows, limit, ({ startsAt, id }) => [startsAt, id]);
    const person = await this.around.persons(items.map(({ lead }) => lead));
    const office = await this.around.offices(items.map(({ agency }) => agency));
    const shown = items.map(({ batch: id, batchReference: reference, ...row }) => ({
      ...row,
      batch: { id, reference },
      agency: office(row.agency),
      lead: person(row.lead),
    }));
    return { items: shown, next };
  }

  /** One event with its lines, statements and photos, the hash that witnesses sign, and what is still open. */
  async one(id: EventId, language: Language, only?: readonly LotId[], viewer?: AgencyId) {
    const overview = await this.overviews.of(id, only);
    const { head, lines, open, linesHash, next } = overview;
    const { batch, batchReference, planned, latest, ended, submission, ...said } = head;
    const office = await this.around.offices([head.agency]);
    return {
      ...said,
      batch: { id: batch, reference: batchReference, submission },
      agency: office(head.agency),
      ...(await this.people(overview)),
      lines: await this.lines(lines),
      photos: await this.around.photosOf(id, viewer),
      linesHash,
      open: open.map((item) => ({ ...item, detail: officeMessages.say(language, item.code, item.facts) })),
      next,
      entries: { planned, latest, ...(ended !== undefined && { ended }) },
    };
  }

  private async people({ head, statements }: EventOverview) {
    const { lead, witnesses } = head;
    const person = await this.around.persons([lead, ...witnesses, ...statements.map((one) => one.person)]);
    return {
      lead: person(lead),
      witnesses: witnesses.map((one) => person(one)),
      statements: statements.map(({ agency: _, ...one }) => ({ ...one, person: person(one.person) })),
    };
  }

  private async lines(lines: readonly EventLine[]) {
    const named = await this.around.named(lines.map(({ lot }) => lot));
    return lines
      .map((line) => {
        const { code, category, description } = named.get(line.lot)!;
        return { code, category, description, ...lineShown(line) };
      })
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }
}

/** A line with amounts and units; what is not recorded yet is absent rather than zero. */
function lineShown(line: EventLine) {
  const { lot, unit, allocated, staged, short, destroyed, returned, missing, weighing, netKg, reason } =
    figuresOf(line);
  const of = (amount: string) => ({ amount, unit });
  return {
    lot,
    allocated: of(allocated),
    ...(line.excluded && { excluded: true }),
    ...(line.staged !== undefined && { staged: of(staged), short: of(short) }),
    ...(line.result && { destroyed: of(destroyed), returned: of(returned), missing: of(missing) }),
    ...(line.result && weighing !== '0' && { weighingDifference: of(weighing) }),
    ...(netKg !== undefined && { netKg }),
    ...(reason !== undefined && { reason }),
  };
}

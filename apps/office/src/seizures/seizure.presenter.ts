import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '#identity';
import { parseId, type Instant, type SeizureId } from '#kernel';
import { toInstant, UnitOfWork, type Tx } from '#platform';
import { SeizureQueries, type SeizureRow } from '#seizures';
import { clean } from '../common/clean.js';
import { Directory } from '../common/directory.js';
import { decodeCursor, pageOf, type Page } from '../common/paging.js';
import type { SeizuresQuery } from './dto/seizure.dto.js';
import { SeizureDetail } from './seizure.detail.js';

/** Seizures as the interface shows them. */
@Injectable()
export class SeizurePresenter {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly seizures: SeizureQueries,
    private readonly access: Access,
    private readonly directory: Directory,
    private readonly detail: SeizureDetail,
  ) {}

  /** One page of the seizures that the actor sees, newest first; throws `invalid` `page.bad-cursor`. */
  async page(actor: Actor, query: SeizuresQuery) {
    const agencies = await this.access.agenciesOf(actor, 'seizure.read');
    const after = decodeCursor(query.cursor, 2);
    const key = after && ([toInstant(after[0]!), parseId<SeizureId>(after[1]!)] as const);
    return this.unitOfWork.run(async (tx) => {
      const rows = await this.seizures.search(tx, {
        agencies,
        ...criteriaOf(query),
        ...(key && { after: key }),
        limit: query.limit + 1,
      });
      return this.shown(
        tx,
        pageOf(rows, query.limit, (row) => [row.recorded, row.id]),
      );
    });
  }

  /** One seizure with its lots; the party only for the case's agency. */
  one(actor: Actor, id: SeizureId) {
    return this.unitOfWork.run((tx) => this.detail.of(tx, actor, id));
  }

  private async shown(tx: Tx, page: Page<SeizureRow>) {
    const office = await this.directory.offices(
      tx,
      page.items.map(({ agency }) => agency),
    );
    return { ...page, items: page.items.map((row) => ({ ...row, agency: office(row.agency) })) };
  }
}

function criteriaOf(query: SeizuresQuery) {
  const text = (name: 'q' | 'case' | 'category') => {
    const value = query[name];
    return value === undefined || value.trim() === '' ? undefined : clean(value);
  };
  const time = (value: string | undefined): Instant | undefined =>
    value === undefined ? undefined : toInstant(value);
  const [q, caseNumber, category] = [text('q'), text('case'), text('category')];
  const [from, to] = [time(query.from), time(query.to)];
  return {
    ...(q !== undefined && { q }),
    ...(caseNumber !== undefined && { caseNumber }),
    ...(category !== undefined && { category }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

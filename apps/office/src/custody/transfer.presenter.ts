import { Injectable } from '@nestjs/common';
import { CustodyQueries, type TransferHead } from '#custody';
import { Access, type Actor } from '#identity';
import { parseId, type PersonId, type TransferId } from '#kernel';
import { toInstant } from '#platform';
import { Directory } from '../common/directory.js';
import { decodeCursor, pageOf } from '../common/paging.js';
import type { TransfersQuery } from './dto/transfer.dto.js';

/** Hand-overs as the interface shows them: ids with names, amounts with units. */
@Injectable()
export class TransferPresenter {
  constructor(
    private readonly custody: CustodyQueries,
    private readonly access: Access,
    private readonly directory: Directory,
  ) {}

  /** One page of the hand-overs in which the actor's agency gives or receives, newest first. */
  async page(actor: Actor, query: TransfersQuery) {
    const agencies = await this.access.agenciesOf(actor, 'transfer.read');
    const after = decodeCursor(query.cursor, 2);
    const rows = await this.custody.search({
      agencies,
      limit: query.limit,
      ...(query.state !== undefined && { state: query.state }),
      ...(query.to !== undefined && { to: parseId<PersonId>(query.to, '/to') }),
      ...(after && { after: [toInstant(after[0]!), parseId<TransferId>(after[1]!)] }),
    });
    const { items, next } = pageOf(rows, query.limit, ({ offeredAt, id }) => [offeredAt, id]);
    const person = await this.people(items);
    return { items: items.map((row) => shownHead(row, person)), next };
  }

  async one(id: TransferId) {
    const { lines, ...row } = await this.custody.one(id);
    const person = await this.people([row]);
    return {
      ...shownHead(row, person),
      lines: lines.map(({ unit, offered, received, ...line }) => ({
        ...line,
        offered: { amount: offered, unit },
        ...(received !== undefined && { received: { amount: received, unit } }),
      })),
    };
  }

  private people(rows: readonly TransferHead[]) {
    return this.directory.persons(
      undefined,
      rows.flatMap(({ giver, receiver }) => [giver, receiver]),
    );
  }
}

function shownHead(
  { giver, receiver, giverAgency: _, receiverAgency: __, offered, accepted, ended, ...row }: TransferHead,
  person: Awaited<ReturnType<Directory['persons']>>,
) {
  return {
    ...row,
    from: person(giver),
    to: person(receiver),
    entries: { offered, ...(accepted && { accepted }), ...(ended && { ended }) },
  };
}

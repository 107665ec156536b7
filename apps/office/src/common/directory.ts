import { Injectable } from '@nestjs/common';
import { AgencyQueries, PeopleQueries, type AgencyFacts } from '#identity';
import type { AgencyId, PersonId } from '#kernel';
import type { Tx } from '#platform';

/** A person as other people see it. */
export interface PersonShown {
  readonly id: PersonId;
  readonly name: string;
  /** Code of the agency. */
  readonly agency: string;
}
export type AgencyShown = Pick<AgencyFacts, 'id' | 'code' | 'names'>;

/** Names for the ids that entries and tables carry. */
@Injectable()
export class Directory {
  constructor(
    private readonly people: PeopleQueries,
    private readonly agencies: AgencyQueries,
  ) {}

  /** Looks people up at once; gives a function from id to person, which names an unknown id by itself. */
  async persons(tx: Tx | undefined, ids: Iterable<PersonId>): Promise<(id: PersonId) => PersonShown> {
    const found = await this.people.byId(tx, [...new Set(ids)]);
    const byId = new Map(found.map(({ id, name, agencyCode }) => [id, { id, name, agency: agencyCode }]));
    return (id) => byId.get(id) ?? { id, name: id, agency: '' };
  }

  /** Likewise for agencies. */
  async offices(tx: Tx | undefined, ids: Iterable<AgencyId>): Promise<(id: AgencyId) => AgencyShown> {
    const found = await this.agencies.byId(tx, [...new Set(ids)]);
    const byId = new Map(found.map(({ id, code, names }) => [id, { id, code, names }]));
    return (id) => byId.get(id) ?? { id, code: '', names: { zh: id, en: id } };
  }
}

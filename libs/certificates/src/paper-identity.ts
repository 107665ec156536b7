import { Injectable } from '@nestjs/common';
import { AgencyQueries, PeopleQueries, type PersonFacts } from '#identity';
import type { PersonId } from '#kernel';
import type { Tx } from '#platform';
import type { Actor } from './domain/certificate-content.js';

export type Who = ReadonlyMap<PersonId, Actor>;

/** Names of agencies and people as they stand on the paper. */
@Injectable()
export class PaperIdentity {
  constructor(
    readonly agencies: AgencyQueries,
    private readonly people: PeopleQueries,
  ) {}

  /** Agency code and name of each person. */
  async who(tx: Tx, ids: readonly PersonId[]): Promise<Who> {
    const people: PersonFacts[] = await this.people.byId(tx, ids);
    return new Map(people.map(({ id, name, agencyCode }) => [id, { agency: agencyCode, person: name }]));
  }
}

import { Injectable } from '@nestjs/common';
import type { Role } from '#entries';
import { DomainError, type AgencyId, type EntryId, type PersonId } from '#kernel';
import type { Tx } from '#platform';
import { DataSource } from 'typeorm';

export interface PersonFacts {
  readonly id: PersonId;
  readonly username: string;
  readonly name: string;
  readonly agency: AgencyId;
  readonly agencyCode: string;
  readonly active: boolean;
  readonly roles: readonly Role[];
}
export interface RoleRequest {
  readonly request: EntryId;
  readonly person: PersonId;
  readonly role: Role;
  readonly requester: PersonId;
}
export interface PeopleFilter {
  readonly role?: Role;
  /** Code or id of an agency. */
  readonly agency?: string;
  /** User name after which the page starts. */
  readonly after?: string;
  readonly limit: number;
}

const person = `
  SELECT p.id, d.username, d.name, p.agency, a.code AS "agencyCode", p.active,
    ARRAY(SELECT r.role FROM state.person_roles r WHERE r.person = p.id ORDER BY r.role) AS roles
  FROM state.persons p JOIN state.agencies a ON a.id = p.agency JOIN work.person_details d ON d.person = p.id`;

/** Reads of people; with `tx` inside of a command, with undefined on a connection of its own. */
@Injectable()
export class PeopleQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The people with these ids, in the order of their user names; unknown ids are left out. */
  byId(tx: Tx | undefined, ids: readonly PersonId[]): Promise<PersonFacts[]> {
    return (tx ?? this.dataSource).query(`${person} WHERE p.id = ANY($1) ORDER BY d.username`, [ids]);
  }

  /**
   * The people with these ids in the asked order. Throws `invalid` `person.unknown` (fact `id`, at `pointer`) for
   * the first id that is nobody's or whose person is deactivated.
   */
  async require(
    tx: Tx | undefined,
    ids: readonly PersonId[],
    pointer: string,
  ): Promise<[PersonFacts, ...PersonFacts[]]> {
    const found = new Map((await this.byId(tx, ids)).map((one) => [one.id, one]));
    const people = ids.map((id) => {
      const one = found.get(id);
      if (one?.active) return one;
      const facts = { id };
      throw new DomainError('invalid', 'person.unknown', facts, [{ pointer, code: 'person.unknown', facts }]);
    });
    return people as [PersonFacts, ...PersonFacts[]];
  }

  /** Active people in the order of their user names, by role and agency; one more than `limit` where there are more. */
  find({ role, agency, after, limit }: PeopleFilter): Promise<PersonFacts[]> {
    return this.dataSource.query(
      `${person} WHERE p.active
         AND ($1::text IS NULL OR EXISTS (SELECT 1 FROM state.person_roles r WHERE r.person = p.id AND r.role = $1))
         AND ($2::text IS NULL OR a.code = $2 OR a.id::text = $2)
         AND ($3::text IS NULL OR d.username > $3)
       ORDER BY d.username LIMIT $4`,
      [role ?? null, agency ?? null, after ?? null, limit + 1],
    );
  }

  /** Whether accounts of the demonstration stand in this database: then nothing in it has legal effect. */
  async demonstration(): Promise<boolean> {
    const [row] = await this.dataSource.query(
      'SELECT EXISTS (SELECT 1 FROM work.person_details WHERE demo) AS demo',
    );
    return (row as { demo: boolean }).demo;
  }

  /** Grants that wait for a second administrator, oldest first. */
  openRequests(): Promise<RoleRequest[]> {
    return this.dataSource.query(
      'SELECT entry AS request, person, role, requester FROM state.role_requests WHERE open ORDER BY entry',
    );
  }
}

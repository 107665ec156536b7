import { Injectable } from '@nestjs/common';
import type { Role } from '#entries';
import type { AgencyId, EntryId, PersonId } from '#kernel';
import type { Tx } from '#platform';
import type { RoleHolder } from './domain/grant-role.js';

export interface NewAccount {
  readonly person: PersonId;
  readonly username: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly demo: boolean;
}

// Any fixed number does; it only has to differ from other advisory locks of this database.
const rolesLock = 7_426_304;

/** Loads and locks for the commands about people. */
@Injectable()
export class PeopleRepository {
  /**
   * Only one change of roles at a time, until the end of the unit of work: who is the last administrator is a
   * question about everybody.
   */
  async lockRoles(tx: Tx): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [rolesLock]);
  }

  /** The person with roles; undefined where there is none. */
  async holder(tx: Tx, person: PersonId): Promise<RoleHolder | undefined> {
    const [row] = await tx.query(
      `SELECT p.id AS person, p.agency, p.active,
         ARRAY(SELECT r.role FROM state.person_roles r WHERE r.person = p.id ORDER BY r.role) AS roles
       FROM state.persons p WHERE p.id = $1 FOR UPDATE`,
      [person],
    );
    return row as RoleHolder | undefined;
  }

  /** Active administrators of the whole installation. */
  async admins(tx: Tx): Promise<PersonId[]> {
    const rows: { person: PersonId }[] = await tx.query(
      `SELECT r.person FROM state.person_roles r JOIN state.persons p ON p.id = r.person AND p.active
       WHERE r.role = 'admin' ORDER BY r.person`,
    );
    return rows.map((row) => row.person);
  }

  /** A request for a role. */
  async request(
    tx: Tx,
    entry: EntryId,
  ): Promise<{ person: PersonId; role: Role; requester: PersonId; open: boolean } | undefined> {
    const [row] = await tx.query(
      'SELECT person, role, requester, open FROM state.role_requests WHERE entry = $1 FOR UPDATE',
      [entry],
    );
    return row as { person: PersonId; role: Role; requester: PersonId; open: boolean } | undefined;
  }

  async agencyExists(tx: Tx, agency: AgencyId): Promise<boolean> {
    const rows: unknown[] = await tx.query('SELECT 1 FROM state.agencies WHERE id = $1', [agency]);
    return rows.length === 1;
  }

  /** Names and password: personal data, beside the ledger. A taken user name is `conflict` `person.username-taken`. */
  async insertAccount(tx: Tx, { person, username, name, passwordHash, demo }: NewAccount): Promise<void> {
    await tx.query(
      'INSERT INTO work.person_details (person, username, name, password_hash, demo) VALUES ($1, $2, $3, $4, $5)',
      [person, username, name, passwordHash, demo],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { Role } from '#entries';
import {
  DomainError,
  formatInstant,
  type AgencyId,
  type EntryId,
  type Instant,
  type PersonId,
} from '#kernel';
import { DataSource } from 'typeorm';
import type { Actor } from './domain/actor.js';
import { runsInstallation } from './domain/installation.js';
import type { PersonFacts } from './people.queries.js';

/** A person as the administrator sees them: also when the account is closed. */
export interface AdministeredPerson extends PersonFacts {
  /** Roles that wait for a second administrator. */
  readonly requested: readonly { request: EntryId; role: Role; requester: PersonId }[];
}
export interface Engaged {
  readonly entry: EntryId;
  /** Codes of agencies; empty for the whole installation. */
  readonly agencies: readonly string[];
  readonly installation: boolean;
  readonly until: Instant;
}
/** One entry about a person. */
export interface PersonHistory {
  readonly seq: number;
  readonly type: string;
  readonly recorded: Instant;
  readonly by: PersonId;
  readonly role?: Role;
  readonly reason?: string;
}
export interface AdministeredFilter {
  /** Part of user name or name, small letters. */
  readonly q?: string;
  readonly agency?: string;
  readonly role?: string;
  readonly active?: boolean;
  /** User name after which the page starts. */
  readonly after?: string;
  readonly limit: number;
}

const columns = `p.id, d.username, d.name, p.agency, a.code AS "agencyCode", p.active,
    ARRAY(SELECT r.role FROM state.person_roles r WHERE r.person = p.id ORDER BY r.role) AS roles,
    coalesce((SELECT json_agg(json_build_object('request', q.entry, 'role', q.role, 'requester', q.requester)
      ORDER BY q.entry) FROM state.role_requests q WHERE q.person = p.id AND q.open), '[]') AS requested`;
const tables = `state.persons p JOIN state.agencies a ON a.id = p.agency AND a.code <> 'sys'
    JOIN work.person_details d ON d.person = p.id`;

/** Reads for administrators: the people of their own agency, those of the installation everybody. */
@Injectable()
export class AdministeredPeople {
  constructor(private readonly dataSource: DataSource) {}

  /** By user name; one more than `limit` where there are more. */
  list(actor: Actor, filter: AdministeredFilter): Promise<AdministeredPerson[]> {
    const { q, agency, role, active, after, limit } = filter;
    return this.dataSource.query(
      `SELECT ${columns} FROM ${tables}
       WHERE ($1::uuid IS NULL OR p.agency = $1)
         AND ($2::text IS NULL OR strpos(lower(normalize(d.username || chr(31) || d.name, NFKC)), $2) > 0)
         AND ($3::text IS NULL OR a.code = $3)
         AND ($4::text IS NULL OR EXISTS (SELECT 1 FROM state.person_roles r WHERE r.person = p.id AND r.role = $4))
         AND ($5::boolean IS NULL OR p.active = $5) AND ($6::text IS NULL OR d.username > $6)
       ORDER BY d.username LIMIT $7`,
      [
        runsInstallation(actor) ? null : actor.agency,
        q ?? null,
        agency ?? null,
        role ?? null,
        active ?? null,
        after ?? null,
        limit + 1,
      ],
    );
  }

  /** One person; throws `missing` `person.not-found` for those that the actor does not administer. */
  async one(actor: Actor, person: PersonId): Promise<AdministeredPerson> {
    const [row] = await this.dataSource.query(
      `SELECT ${columns} FROM ${tables} WHERE p.id = $1 AND ($2::uuid IS NULL OR p.agency = $2)`,
      [person, runsInstallation(actor) ? null : actor.agency],
    );
    if (!row) throw new DomainError('missing', 'person.not-found');
    return row as AdministeredPerson;
  }

  /** Grants that wait, of people that the actor administers or, for those of the installation, of everybody. */
  async waiting(actor: Actor): Promise<AdministeredPerson[]> {
    const all = await this.list(actor, { limit: 10_000 });
    return all.filter(({ requested }) => requested.length > 0);
  }

  /** What was recorded about a person, the newest first. */
  async history(person: PersonId): Promise<PersonHistory[]> {
    const rows: {
      seq: string;
      type: string;
      recorded: Date;
      by: PersonId;
      role: Role | null;
      reason: string | null;
    }[] = await this.dataSource.query(
      `SELECT s.seq, e.type, e.recorded, e.json #>> '{actor,person}' AS by, e.json #>> '{data,role}' AS role,
           e.json #>> '{data,reason}' AS reason
         FROM ledger.entries e JOIN ledger.sequence s ON s.entry = e.id
         WHERE e.subject_kind = 'person' AND e.subject_id = $1 ORDER BY e.subject_version DESC`,
      [person],
    );
    return rows.map(({ seq, type, recorded, by, role, reason }) => ({
      ...{ seq: Number(seq), type, by },
      recorded: formatInstant(recorded.getTime()),
      ...(role !== null && { role }),
      ...(reason !== null && { reason }),
    }));
  }

  /** Engagements of an auditor, the one that ends last first. */
  async engagements(person: PersonId): Promise<Engaged[]> {
    const rows: (Omit<Engaged, 'until'> & { until: Date })[] = await this.dataSource.query(
      `SELECT e.entry, e.installation, e.until,
         ARRAY(SELECT a.code FROM state.agencies a WHERE a.id = ANY(e.agencies) ORDER BY a.code) AS agencies
       FROM state.engagements e WHERE e.person = $1 ORDER BY e.until DESC, e.entry`,
      [person],
    );
    return rows.map(({ until, ...row }) => ({ ...row, until: formatInstant(until.getTime()) }));
  }

  /** How many people each agency has, by the agency's id. */
  async counts(): Promise<ReadonlyMap<AgencyId, number>> {
    const rows: { agency: AgencyId; people: number }[] = await this.dataSource.query(
      'SELECT agency, count(*)::integer AS people FROM state.persons WHERE active GROUP BY agency',
    );
    return new Map(rows.map(({ agency, people }) => [agency, people]));
  }
}

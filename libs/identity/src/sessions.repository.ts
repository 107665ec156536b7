import { Injectable } from '@nestjs/common';
import type { Role } from '#entries';
import { formatInstant, type AgencyId, type PersonId } from '#kernel';
import type { Tx } from '#platform';
import { DataSource } from 'typeorm';
import type { Actor, Engagement } from './domain/actor.js';
import { idleMs, type SessionTimes } from './domain/session-life.js';

export interface Account {
  readonly person: PersonId;
  readonly username: string;
  readonly passwordHash: string;
  readonly demo: boolean;
  readonly active: boolean;
}
export interface StoredSession extends SessionTimes {
  readonly person: PersonId;
  readonly csrf: string;
  readonly demo: boolean;
}

/** Rows of sessions and accounts. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The account of a user name (lower case), or of a person. */
  async account(by: { username: string } | { person: PersonId }): Promise<Account | undefined> {
    const [column, value] = 'username' in by ? ['username', by.username] : ['person', by.person];
    const [row] = await this.dataSource.query(
      `SELECT d.person, d.username, d.password_hash AS "passwordHash", d.demo, p.active
       FROM work.person_details d JOIN state.persons p ON p.id = d.person WHERE d.${column} = $1`,
      [value],
    );
    return row as Account | undefined;
  }

  /** Keeps a new session, and forgets those of the same person that have ended. */
  async insert(session: {
    token: Buffer;
    person: PersonId;
    csrf: string;
    createdMs: number;
    endsMs: number;
  }) {
    const { token, person, csrf, createdMs, endsMs } = session;
    await this.dataSource.query(
      'DELETE FROM work.sessions WHERE person = $1 AND (ends <= $2 OR last_seen <= $3)',
      [person, formatInstant(createdMs), formatInstant(createdMs - idleMs)],
    );
    await this.dataSource.query(
      'INSERT INTO work.sessions (token, person, csrf, created, last_seen, ends) VALUES ($1, $2, $3, $4, $4, $5)',
      [token, person, csrf, formatInstant(createdMs), formatInstant(endsMs)],
    );
  }

  /** The session of a token, of a person who is still active. */
  async session(token: Buffer): Promise<StoredSession | undefined> {
    const [row] = await this.dataSource.query(
      `SELECT s.person, s.csrf, s.last_seen, s.ends, d.demo FROM work.sessions s
       JOIN state.persons p ON p.id = s.person AND p.active JOIN work.person_details d ON d.person = s.person
       WHERE s.token = $1`,
      [token],
    );
    if (!row) return undefined;
    const { person, csrf, demo, last_seen, ends } = row as StoredSession & { last_seen: Date; ends: Date };
    return { person, csrf, demo, lastSeenMs: last_seen.getTime(), endsMs: ends.getTime() };
  }

  async seen(token: Buffer, nowMs: number): Promise<void> {
    await this.dataSource.query(
      'UPDATE work.sessions SET last_seen = greatest(last_seen, $2) WHERE token = $1',
      [token, formatInstant(nowMs)],
    );
  }

  async end(token: Buffer): Promise<void> {
    await this.dataSource.query('DELETE FROM work.sessions WHERE token = $1', [token]);
  }

  /** Ends every session and every unused step-up of a person. */
  async endAll(tx: Tx, person: PersonId): Promise<void> {
    await tx.query('DELETE FROM work.sessions WHERE person = $1', [person]);
    await tx.query('DELETE FROM work.step_ups WHERE person = $1 AND used IS NULL', [person]);
  }

  async setPassword(tx: Tx, person: PersonId, passwordHash: string): Promise<void> {
    await tx.query('UPDATE work.person_details SET password_hash = $2 WHERE person = $1', [
      person,
      passwordHash,
    ]);
  }

  /** Gives all accounts of the demonstration this password. */
  async setDemoPassword(passwordHash: string): Promise<void> {
    await this.dataSource.query('UPDATE work.person_details SET password_hash = $1 WHERE demo', [
      passwordHash,
    ]);
  }

  /** The person as an actor with roles and with the engagements that run at `nowMs`. */
  async actor(person: PersonId, nowMs: number): Promise<Actor> {
    const [row] = await this.dataSource.query(
      `SELECT p.id AS person, d.username, d.name, a.id AS agency, a.code AS "agencyCode",
         json_build_object('zh', a.name_zh, 'en', a.name_en) AS "agencyNames", a.functions,
         ARRAY(SELECT r.role FROM state.person_roles r WHERE r.person = p.id ORDER BY r.role) AS roles,
         (SELECT coalesce(json_agg(json_build_object('agencies', e.agencies, 'installation', e.installation,
            'untilMs', (extract(epoch FROM e.until) * 1000)::bigint) ORDER BY e.entry), '[]')
          FROM state.engagements e WHERE e.person = p.id AND e.until > $2) AS engagements
       FROM state.persons p JOIN state.agencies a ON a.id = p.agency JOIN work.person_details d ON d.person = p.id
       WHERE p.id = $1`,
      [person, formatInstant(nowMs)],
    );
    return row as Actor & { roles: Role[]; agency: AgencyId; engagements: Engagement[] };
  }
}

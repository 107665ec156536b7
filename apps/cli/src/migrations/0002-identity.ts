import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Agencies, people, roles and who sees what (projected from the ledger); names, passwords, sessions and step-ups
 * (never in the ledger: personal data and secrets); what people did to goods, for the separation of duties.
 */
export class Identity0002 implements MigrationInterface {
  readonly name = 'Identity0002';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(people);
    await runner.query(visibility);
    await runner.query(accounts);
    await runner.query(acts);
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const people = `
  CREATE TABLE state.agencies (
    id uuid NOT NULL PRIMARY KEY,
    code text NOT NULL CONSTRAINT agencies_code UNIQUE,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    functions text[] NOT NULL,
    entry uuid NOT NULL
  );
  CREATE TABLE state.persons (
    id uuid NOT NULL PRIMARY KEY,
    agency uuid NOT NULL REFERENCES state.agencies,
    active boolean NOT NULL,
    entry uuid NOT NULL
  );
  CREATE INDEX persons_agency ON state.persons (agency);
  CREATE TABLE state.person_roles (
    person uuid NOT NULL REFERENCES state.persons,
    role text NOT NULL,
    entry uuid NOT NULL,
    PRIMARY KEY (person, role)
  );
  CREATE INDEX person_roles_role ON state.person_roles (role);
  -- Grants that wait for a second administrator.
  CREATE TABLE state.role_requests (
    entry uuid NOT NULL PRIMARY KEY,
    person uuid NOT NULL REFERENCES state.persons,
    role text NOT NULL,
    requester uuid NOT NULL,
    open boolean NOT NULL
  );
  -- What an auditor was asked to look at: these agencies, or the whole installation, until a moment.
  CREATE TABLE state.engagements (
    entry uuid NOT NULL PRIMARY KEY,
    person uuid NOT NULL REFERENCES state.persons,
    agencies uuid[] NOT NULL,
    installation boolean NOT NULL,
    until timestamptz(3) NOT NULL
  );
  CREATE INDEX engagements_person ON state.engagements (person);`;

const visibility = `
  -- Which agency sees which subject, and whether as its own or because it takes part.
  CREATE TABLE state.visibility (
    kind text NOT NULL,
    subject text NOT NULL,
    agency uuid NOT NULL,
    relation text NOT NULL CHECK (relation IN ('own', 'joint')),
    PRIMARY KEY (kind, subject, agency, relation)
  );
  CREATE INDEX visibility_agency ON state.visibility (agency, kind, subject);`;

const accounts = `
  CREATE TABLE work.person_details (
    person uuid NOT NULL PRIMARY KEY,
    username text NOT NULL CONSTRAINT persons_username UNIQUE CHECK (username = lower(username)),
    name text NOT NULL,
    password_hash text NOT NULL,
    demo boolean NOT NULL
  );
  -- Tokens stand here only as SHA-256: a copy of the table opens no session.
  CREATE TABLE work.sessions (
    token bytea NOT NULL PRIMARY KEY CHECK (length(token) = 32),
    person uuid NOT NULL,
    csrf text NOT NULL,
    created timestamptz(3) NOT NULL,
    last_seen timestamptz(3) NOT NULL,
    ends timestamptz(3) NOT NULL
  );
  CREATE INDEX sessions_person ON work.sessions (person);
  CREATE TABLE work.step_ups (
    token bytea NOT NULL PRIMARY KEY CHECK (length(token) = 32),
    person uuid NOT NULL,
    purpose text NOT NULL,
    sha256 text NOT NULL,
    expires timestamptz(3) NOT NULL,
    used timestamptz(3)
  );
  CREATE INDEX step_ups_person ON work.step_ups (person);
  -- Failed log-ins of an account or an address; the key is a hash, since people type passwords as user names.
  CREATE TABLE work.login_failures (
    scope text NOT NULL CHECK (scope IN ('account', 'address')),
    key bytea NOT NULL,
    failures integer NOT NULL,
    last timestamptz(3) NOT NULL,
    PRIMARY KEY (scope, key)
  );
  CREATE INDEX login_failures_last ON work.login_failures (last);`;

const acts = `
  CREATE TABLE state.acts (
    lot uuid NOT NULL,
    person uuid NOT NULL,
    act text NOT NULL,
    entry uuid NOT NULL,
    PRIMARY KEY (lot, person, act, entry)
  );`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the public may see of certificates, whom the public site trusts, and who prepared and released a report. */
export class Publication0009 implements MigrationInterface {
  readonly name = 'Publication0009';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(certificates);
    await runner.query(log);
    await runner.query(reports);
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const certificates = `
  CREATE TABLE published.certificates (
    number text NOT NULL PRIMARY KEY,
    state text NOT NULL CHECK (state IN ('numbered', 'prepared', 'issued', 'superseded', 'revoked', 'voided')),
    -- When the entry that brought this state was recorded.
    state_at timestamptz(3) NOT NULL,
    issued_at timestamptz(3) NOT NULL,
    agency text NOT NULL,
    agency_zh text NOT NULL,
    agency_en text NOT NULL,
    -- The file before any signature: it was never handed out, so whoever shows it shows a stripped one.
    base_sha256 text,
    replaces text,
    replaced_by text,
    released_at timestamptz(3)
  );
  CREATE INDEX certificates_newest ON published.certificates (issued_at DESC, number DESC);
  CREATE TABLE published.certificate_revisions (
    number text NOT NULL REFERENCES published.certificates,
    revision integer NOT NULL,
    length bigint NOT NULL,
    sha256 text NOT NULL,
    PRIMARY KEY (number, revision)
  );
  CREATE INDEX certificate_revisions_file ON published.certificate_revisions (sha256);
  -- Date, agencies and quantities, from the release of the report on; before, nothing of them stands here.
  CREATE TABLE published.certificate_figures (
    number text NOT NULL PRIMARY KEY,
    figures jsonb NOT NULL
  );
  -- The entries of one certificate by its number; certificate_entries finds them by their place in the ledger.
  CREATE VIEW published.certificate_history AS
    SELECT e.subject_id AS number, s.seq, e.type, e.body FROM ledger.entries e JOIN ledger.sequence s ON s.entry = e.id
    WHERE e.subject_kind = 'certificate';`;

const log = `
  CREATE TABLE published.trust (
    -- SHA-256 of the DER of a seal's certificate.
    sha256 text NOT NULL PRIMARY KEY,
    agency text NOT NULL,
    subject text NOT NULL,
    since timestamptz(3) NOT NULL
  );
  -- Public keys of this log; a new one is added when the key changes, and the old ones stay.
  CREATE TABLE published.log (
    verifier_key text NOT NULL PRIMARY KEY,
    origin text NOT NULL
  );`;

const reports = `
  CREATE TABLE state.reports (
    number text NOT NULL PRIMARY KEY,
    prepared uuid NOT NULL,
    prepared_by uuid NOT NULL,
    released uuid
  );`;

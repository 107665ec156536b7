import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certificates: what the entries say of each number, and the frozen inputs from which a crash is continued. */
export class Certificates0008 implements MigrationInterface {
  readonly name = 'Certificates0008';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE state.certificates (
        number text NOT NULL PRIMARY KEY,
        batch uuid NOT NULL,
        submission uuid NOT NULL,
        agency uuid NOT NULL,
        issuer uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('numbered', 'prepared', 'issued', 'superseded', 'revoked', 'voided')),
        issued_at timestamptz(3) NOT NULL,
        content_hash text NOT NULL,
        numbered uuid NOT NULL,
        prepared uuid,
        issued uuid,
        json_sha256 text,
        base_sha256 text,
        reason text,
        revocation_request uuid,
        revocation_by uuid
      );
      -- One living certificate for each frozen list: a second issue waits for a revocation.
      CREATE UNIQUE INDEX certificates_one_living ON state.certificates (submission)
        WHERE state IN ('numbered', 'prepared', 'issued');
      CREATE INDEX certificates_batch ON state.certificates (batch);
      CREATE TABLE state.certificate_revisions (
        number text NOT NULL REFERENCES state.certificates,
        revision integer NOT NULL,
        length bigint NOT NULL,
        sha256 text NOT NULL,
        entry uuid NOT NULL,
        PRIMARY KEY (number, revision)
      );
      -- The counter's lock lives as long as the unit of work that numbers, so no number is skipped.
      CREATE TABLE work.certificate_serials (
        agency uuid NOT NULL,
        year integer NOT NULL,
        last integer NOT NULL,
        PRIMARY KEY (agency, year)
      );
      CREATE TABLE work.certificate_inputs (
        number text NOT NULL PRIMARY KEY,
        content text NOT NULL,
        failures integer NOT NULL DEFAULT 0,
        failure text
      );`);
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

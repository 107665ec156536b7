import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Repairs of damaged evidence, the progress of the rounds that look after it, uploads whose entry is still to come. */
export class EvidenceCare0012 implements MigrationInterface {
  readonly name = 'EvidenceCare0012';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(faults);
    await runner.query(rounds);
    await runner.query(quotas);
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const faults = `
  -- The entry of the repair, NULL while the fault stands; the repair before the standing fault.
  ALTER TABLE state.evidence_faults ADD COLUMN repaired uuid, ADD COLUMN before uuid;
  CREATE INDEX evidence_faults_standing ON state.evidence_faults (sha256) WHERE repaired IS NULL;`;

const rounds = `
  CREATE TABLE work.evidence_walks (
    name text NOT NULL PRIMARY KEY,
    -- The last object that was looked at; NULL at the beginning of a pass.
    cursor text,
    started timestamptz(3) NOT NULL,
    checked bigint NOT NULL,
    bytes bigint NOT NULL,
    faults bigint NOT NULL,
    finished timestamptz(3)
  );
  CREATE TABLE work.evidence_copies (
    store text NOT NULL,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (store, sha256)
  );
  -- Bytes that may be in the store although no entry speaks of them yet.
  CREATE TABLE work.evidence_arrivals (
    sha256 text NOT NULL PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    at timestamptz(3) NOT NULL
  );
  CREATE INDEX evidence_arrivals_at ON work.evidence_arrivals (at);`;

const quotas = `
  CREATE INDEX photos_person ON state.photos (person, recorded);
  CREATE INDEX documents_person ON state.documents (person, recorded);`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos and documents: which bytes show what, projected from the ledger; the bytes lie in the evidence store. */
export class Evidence0003 implements MigrationInterface {
  readonly name = 'Evidence0003';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(photos);
    await runner.query(documents);
    await runner.query(faults);
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const photos = `
  -- One row for each thing that a photo was added to: the same bytes may show several.
  CREATE TABLE state.photos (
    id uuid NOT NULL PRIMARY KEY,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size bigint NOT NULL,
    media_type text NOT NULL,
    stage text NOT NULL,
    taken text,
    claims jsonb,
    damaged boolean NOT NULL,
    seizure uuid,
    event uuid,
    site text,
    person uuid NOT NULL,
    agency uuid NOT NULL,
    recorded timestamptz(3) NOT NULL,
    entry uuid NOT NULL
  );
  CREATE INDEX photos_sha256 ON state.photos (sha256);
  CREATE INDEX photos_seizure ON state.photos (seizure) WHERE seizure IS NOT NULL;
  CREATE INDEX photos_event ON state.photos (event) WHERE event IS NOT NULL;
  CREATE TABLE state.photo_lots (
    lot uuid NOT NULL,
    photo uuid NOT NULL REFERENCES state.photos,
    PRIMARY KEY (lot, photo)
  );
  CREATE INDEX photo_lots_photo ON state.photo_lots (photo);`;

const documents = `
  CREATE TABLE state.documents (
    id uuid NOT NULL PRIMARY KEY,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size bigint NOT NULL,
    media_type text NOT NULL,
    kind text NOT NULL,
    about_kind text NOT NULL,
    about_id text NOT NULL,
    person uuid NOT NULL,
    agency uuid NOT NULL,
    recorded timestamptz(3) NOT NULL,
    entry uuid NOT NULL
  );
  CREATE INDEX documents_sha256 ON state.documents (sha256);
  CREATE INDEX documents_about ON state.documents (about_kind, about_id);`;

const faults = `
  -- Bytes that were once found to differ from the ledger: nothing made from them earlier is trusted.
  CREATE TABLE state.evidence_faults (
    sha256 text NOT NULL PRIMARY KEY,
    entry uuid NOT NULL
  );
  -- Who took an original out of the system, and why.
  CREATE TABLE work.original_reads (
    id uuid NOT NULL PRIMARY KEY,
    sha256 text NOT NULL,
    person uuid NOT NULL,
    agency uuid NOT NULL,
    reason text NOT NULL,
    at timestamptz(3) NOT NULL
  );
  CREATE INDEX original_reads_sha256 ON work.original_reads (sha256);`;

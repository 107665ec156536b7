import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is known of the store: which version of an object it retains, what its probes gave, and which lots are on
 * hold, so that their photos are held in the store too.
 */
export class EvidenceStore0011 implements MigrationInterface {
  readonly name = 'EvidenceStore0011';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(objects);
    await runner.query(probes);
    await runner.query(holds);
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const objects = `
  -- Facts about one store, not evidence: the hash decides, and another store has other versions.
  CREATE TABLE work.stored_objects (
    store text NOT NULL,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    bucket text NOT NULL,
    version text NOT NULL,
    lock_mode text CHECK (lock_mode IN ('GOVERNANCE', 'COMPLIANCE')),
    locked_until timestamptz(3),
    held boolean NOT NULL,
    PRIMARY KEY (store, sha256, bucket)
  );
  CREATE INDEX stored_objects_held ON work.stored_objects (store) WHERE held;`;

const probes = `
  CREATE TABLE state.store_probes (
    entry uuid NOT NULL PRIMARY KEY,
    store text NOT NULL,
    -- Why protection is not proven; NULL where it is.
    doubt text,
    steps jsonb NOT NULL,
    recorded timestamptz(3) NOT NULL
  );
  CREATE INDEX store_probes_store ON state.store_probes (store, recorded);`;

const holds = `
  CREATE TABLE state.evidence_holds (
    hold uuid NOT NULL,
    lot uuid NOT NULL,
    PRIMARY KEY (hold, lot)
  );
  CREATE INDEX evidence_holds_lot ON state.evidence_holds (lot);
  INSERT INTO state.evidence_holds (hold, lot)
    SELECT l.hold, l.lot FROM state.hold_lots l JOIN state.holds h ON h.id = l.hold WHERE h.released IS NULL;`;

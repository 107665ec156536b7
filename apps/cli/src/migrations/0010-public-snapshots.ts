import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the public site shows, as of a checkpoint: every page, file and feed is made from one of these alone. */
export class PublicSnapshots0010 implements MigrationInterface {
  readonly name = 'PublicSnapshots0010';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE published.snapshots (
        number integer NOT NULL PRIMARY KEY CHECK (number > 0),
        -- When the checkpoint was made.
        made timestamptz(3) NOT NULL,
        size bigint NOT NULL,
        root text NOT NULL,
        -- Of content, which is canonical JSON (RFC 8785).
        sha256 text NOT NULL,
        content bytea NOT NULL
      )`);
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

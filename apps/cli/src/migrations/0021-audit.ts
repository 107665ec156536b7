import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who took which part of the ledger away, and what auditors look for in it. */
export class Audit0021 implements MigrationInterface {
  readonly name = 'Audit0021';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE work.audit_bundles (
        id uuid NOT NULL PRIMARY KEY,
        person uuid NOT NULL,
        agency uuid NOT NULL,
        -- What was asked for: period, agency, case.
        scope jsonb NOT NULL,
        size bigint NOT NULL,
        root text NOT NULL,
        at timestamptz(3) NOT NULL
      );
      CREATE INDEX audit_bundles_at ON work.audit_bundles (at DESC);
      CREATE INDEX entries_recorded ON ledger.entries (recorded);
      CREATE INDEX entries_person ON ledger.entries ((json #>> '{actor,person}'), recorded);
      CREATE INDEX entries_late ON ledger.entries (recorded) WHERE json ? 'lateReason';`);
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

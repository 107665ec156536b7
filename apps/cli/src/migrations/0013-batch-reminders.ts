import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reminders of decisions that are waited for: notices in a work queue, no entries of the ledger, so in `work`. */
export class BatchReminders0013 implements MigrationInterface {
  readonly name = 'BatchReminders0013';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE work.batch_reminders (
        id uuid NOT NULL PRIMARY KEY,
        -- The entry that froze the list: a new version is asked about anew.
        submission uuid NOT NULL,
        agency uuid NOT NULL,
        person uuid NOT NULL,
        sent timestamptz(3) NOT NULL
      );
      CREATE INDEX batch_reminders_submission ON work.batch_reminders (submission, agency);`);
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

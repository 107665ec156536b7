import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Registrations that officers still type: no entries, no business of anybody else, gone once they are registered or
 * nobody has touched them for a month. They may name a party, so they are not kept longer than that.
 */
export class RegistrationDrafts0019 implements MigrationInterface {
  readonly name = 'RegistrationDrafts0019';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(drafts);
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const drafts = `
  CREATE TABLE work.registration_drafts (
    -- The id that the seizure will have.
    id uuid NOT NULL PRIMARY KEY,
    person uuid NOT NULL,
    -- The fields of the form as they were typed.
    fields jsonb NOT NULL,
    -- Lines that carry something.
    lines integer NOT NULL,
    -- Rises with every save: two windows notice each other.
    version integer NOT NULL,
    -- Cells of an imported file that waits to be taken over; NULL where none does.
    sheet jsonb,
    saved timestamptz(3) NOT NULL,
    expires timestamptz(3) NOT NULL
  );
  CREATE INDEX registration_drafts_person ON work.registration_drafts (person, saved DESC);
  CREATE INDEX registration_drafts_expires ON work.registration_drafts (expires);`;

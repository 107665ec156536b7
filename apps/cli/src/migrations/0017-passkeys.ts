import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Passkeys: whose key is whose (projected from the ledger), what the person calls the device and how often it signed
 * (never in the ledger), ceremonies that are open, and signatures that were used. A step-up by a passkey keeps the
 * assertion until its entry is written.
 */
export class Passkeys0017 implements MigrationInterface {
  readonly name = 'Passkeys0017';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE state.passkeys (
        credential text NOT NULL PRIMARY KEY,
        person uuid NOT NULL REFERENCES state.persons,
        alg text NOT NULL,
        public_key text NOT NULL,
        rp_id text NOT NULL,
        added timestamptz(3) NOT NULL,
        entry uuid NOT NULL,
        -- The entry that removed it; the row stays, so that the credential never comes back.
        removed uuid
      );
      CREATE INDEX passkeys_person ON state.passkeys (person);
      CREATE TABLE work.passkey_details (
        credential text NOT NULL PRIMARY KEY,
        name text NOT NULL,
        counter bigint NOT NULL CHECK (counter >= 0),
        transports text[] NOT NULL,
        last_used timestamptz(3),
        suspected timestamptz(3)
      );
      CREATE TABLE work.passkey_challenges (
        person uuid NOT NULL,
        use text NOT NULL,
        challenge text NOT NULL,
        expires timestamptz(3) NOT NULL,
        PRIMARY KEY (person, use, challenge)
      );
      -- Hash of each signature that became a step-up: it never does so again.
      CREATE TABLE work.passkey_uses (
        signature bytea NOT NULL PRIMARY KEY CHECK (length(signature) = 32),
        credential text NOT NULL,
        used timestamptz(3) NOT NULL
      );
      ALTER TABLE work.step_ups ADD assertion jsonb;`);
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hand-overs between two persons, and who keeps each lot since when. */
export class Custody0005 implements MigrationInterface {
  readonly name = 'Custody0005';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const tables = `
  CREATE TABLE state.transfers (
    id uuid NOT NULL PRIMARY KEY,
    state text NOT NULL CHECK (state IN ('offered', 'awaiting-giver', 'accepted', 'refused')),
    giver uuid NOT NULL,
    giver_agency uuid NOT NULL,
    receiver uuid NOT NULL,
    receiver_agency uuid NOT NULL,
    location text,
    offered uuid NOT NULL,
    offered_at timestamptz(3) NOT NULL,
    -- The receiver's latest count.
    accepted uuid,
    accepted_at timestamptz(3),
    ended uuid,
    ended_at timestamptz(3),
    refusal_reason text
  );
  CREATE INDEX transfers_page ON state.transfers (offered_at DESC, id DESC);
  CREATE TABLE state.transfer_lines (
    transfer uuid NOT NULL REFERENCES state.transfers,
    lot uuid NOT NULL,
    offered numeric NOT NULL CHECK (offered > 0),
    unit text NOT NULL,
    source text NOT NULL CHECK (source IN ('with-officers', 'custody')),
    received numeric CHECK (received >= 0),
    seals_intact text,
    note text,
    -- A lot is in one open hand-over at a time.
    open boolean NOT NULL,
    PRIMARY KEY (transfer, lot)
  );
  CREATE UNIQUE INDEX transfer_lines_open ON state.transfer_lines (lot) WHERE open;
  -- Who keeps a lot; no row = still with the officers of the responsible agency.
  CREATE TABLE state.custody (
    lot uuid NOT NULL PRIMARY KEY,
    agency uuid NOT NULL,
    custodian uuid NOT NULL,
    location text,
    since uuid NOT NULL
  );
  CREATE INDEX custody_custodian ON state.custody (custodian);`;

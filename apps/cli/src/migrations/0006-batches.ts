import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Batches: lists that people still work on (no entries, so `work`), and lists that were frozen, with their lines,
 * the agencies' decisions and the exclusions (projected from the ledger). A frozen list is known by the entry that
 * froze it: a changed list is a new one, and decisions on the old one can't be taken for decisions on it.
 */
export class Batches0006 implements MigrationInterface {
  readonly name = 'Batches0006';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(drafts);
    await runner.query(lists);
    await runner.query(decisions);
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const drafts = `
  -- One row for each batch, submitted or not: the row that commands on the batch lock first.
  CREATE TABLE work.batch_drafts (
    id uuid NOT NULL PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    agency uuid NOT NULL,
    coordinator uuid NOT NULL,
    title text NOT NULL,
    method text NOT NULL,
    sites jsonb NOT NULL,
    lots jsonb NOT NULL,
    made timestamptz(3) NOT NULL,
    changed timestamptz(3) NOT NULL
  );
  CREATE INDEX batch_drafts_page ON work.batch_drafts (made DESC, id DESC);`;

const lists = `
  CREATE TABLE state.batches (
    id uuid NOT NULL PRIMARY KEY,
    reference text NOT NULL,
    agency uuid NOT NULL,
    status text NOT NULL CHECK (status IN ('draft', 'submitted', 'approved', 'rejected', 'withdrawn', 'emptied')),
    version integer NOT NULL,
    submission uuid NOT NULL
  );
  CREATE TABLE state.batch_lists (
    submission uuid NOT NULL PRIMARY KEY,
    batch uuid NOT NULL REFERENCES state.batches,
    version integer NOT NULL,
    snapshot text NOT NULL,
    list jsonb NOT NULL,
    required uuid[] NOT NULL,
    coordinator uuid NOT NULL,
    submitted timestamptz(3) NOT NULL,
    CONSTRAINT batch_lists_version UNIQUE (batch, version)
  );
  CREATE TABLE state.batch_lines (
    submission uuid NOT NULL REFERENCES state.batch_lists,
    lot uuid NOT NULL,
    amount numeric NOT NULL CHECK (amount > 0),
    unit text NOT NULL,
    site text NOT NULL,
    method text NOT NULL,
    -- The decision that lets these goods be destroyed: when another replaces it, they leave the list.
    decision uuid,
    -- allocated: held for the batch; staged: handed to an event; excluded, released: free again.
    status text NOT NULL CHECK (status IN ('allocated', 'staged', 'excluded', 'released')),
    PRIMARY KEY (submission, lot)
  );
  CREATE INDEX batch_lines_lot ON state.batch_lines (lot) WHERE status IN ('allocated', 'staged');
  CREATE INDEX batch_lines_decision ON state.batch_lines (decision) WHERE status = 'allocated';
  -- Events of a batch that were not called off: they stand in the way of changing its list.
  CREATE TABLE state.batch_events (
    event uuid NOT NULL PRIMARY KEY,
    submission uuid NOT NULL REFERENCES state.batch_lists,
    planned uuid NOT NULL,
    cancelled boolean NOT NULL
  );
  CREATE INDEX batch_events_submission ON state.batch_events (submission);`;

const decisions = `
  CREATE TABLE state.batch_decisions (
    entry uuid NOT NULL PRIMARY KEY,
    submission uuid NOT NULL REFERENCES state.batch_lists,
    agency uuid NOT NULL,
    person uuid NOT NULL,
    decision text NOT NULL CHECK (decision IN ('approved', 'rejected')),
    snapshot text NOT NULL,
    factor text NOT NULL,
    reason text,
    decided timestamptz(3) NOT NULL,
    -- Two people of one agency count once.
    CONSTRAINT batch_decisions_agency UNIQUE (submission, agency)
  );
  CREATE TABLE state.batch_exclusions (
    submission uuid NOT NULL REFERENCES state.batch_lists,
    lot uuid NOT NULL,
    entry uuid NOT NULL,
    cause text NOT NULL,
    because uuid NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (submission, lot)
  );`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Destruction events: their lines from the store to the end, who was there, and what witnesses stated. */
export class Destruction0007 implements MigrationInterface {
  readonly name = 'Destruction0007';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(events);
    await runner.query(lines);
    await runner.query(people);
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const events = `
  CREATE TABLE state.events (
    id uuid NOT NULL PRIMARY KEY,
    reference text NOT NULL CONSTRAINT events_reference UNIQUE,
    batch uuid NOT NULL,
    submission uuid NOT NULL,
    planned uuid NOT NULL UNIQUE,
    agency uuid NOT NULL,
    site text NOT NULL,
    status text NOT NULL CHECK (status IN ('planned', 'staged', 'closed', 'cancelled')),
    starts_at timestamptz(3) NOT NULL,
    lead uuid NOT NULL,
    -- First and last time at which something happened to a line.
    started_at timestamptz(3),
    ended_at timestamptz(3),
    -- The latest entry of the event, and the one that ended it.
    latest uuid NOT NULL,
    ended uuid,
    reason text,
    recorded timestamptz(3) NOT NULL
  );
  CREATE INDEX events_batch ON state.events (batch);
  -- One event at a time for a site of a batch.
  CREATE UNIQUE INDEX events_open_at_site ON state.events (batch, site) WHERE status IN ('planned', 'staged');
  CREATE INDEX events_page ON state.events (starts_at DESC, id DESC);`;

const lines = `
  CREATE TABLE state.event_lines (
    event uuid NOT NULL REFERENCES state.events,
    lot uuid NOT NULL,
    unit text NOT NULL,
    allocated numeric NOT NULL CHECK (allocated > 0),
    excluded boolean NOT NULL,
    staged numeric CHECK (staged >= 0),
    short numeric CHECK (short >= 0),
    short_reason text,
    PRIMARY KEY (event, lot)
  );
  CREATE INDEX event_lines_lot ON state.event_lines (lot);
  -- What became of a line; the latest record counts until the event is closed.
  CREATE TABLE state.event_line_results (
    event uuid NOT NULL,
    lot uuid NOT NULL,
    destroyed numeric NOT NULL CHECK (destroyed >= 0),
    returned numeric NOT NULL CHECK (returned >= 0),
    missing numeric NOT NULL CHECK (missing >= 0),
    net_kg numeric CHECK (net_kg >= 0),
    reason text,
    entry uuid NOT NULL,
    PRIMARY KEY (event, lot),
    FOREIGN KEY (event, lot) REFERENCES state.event_lines
  );`;

const people = `
  CREATE TABLE state.event_witnesses (
    event uuid NOT NULL REFERENCES state.events,
    person uuid NOT NULL,
    position integer NOT NULL,
    PRIMARY KEY (event, person)
  );
  CREATE TABLE state.statements (
    entry uuid NOT NULL PRIMARY KEY,
    event uuid NOT NULL REFERENCES state.events,
    person uuid NOT NULL,
    agency uuid NOT NULL,
    statement text NOT NULL,
    seen_from timestamptz(3) NOT NULL,
    seen_to timestamptz(3) NOT NULL,
    lines uuid[] NOT NULL,
    sha256 text NOT NULL,
    -- True where the figures of a line were changed after the statement.
    stale boolean NOT NULL,
    recorded timestamptz(3) NOT NULL
  );
  CREATE INDEX statements_event ON state.statements (event);`;

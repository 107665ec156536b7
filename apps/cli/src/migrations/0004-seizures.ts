import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cases with their lots, appraisals, decisions and holds, and what an installation changed in the catalogue.
 * A replaced decision and a released hold stay as rows: what once stood must remain readable.
 */
export class Seizures0004 implements MigrationInterface {
  readonly name = 'Seizures0004';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(catalogue);
    await runner.query(seizures);
    await runner.query(appraisals);
    await runner.query(decisions);
    await runner.query(holds);
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const catalogue = `
  -- The row in force for a code; version is the subject's, so that processes notice a change by its maximum.
  CREATE TABLE state.catalogue_overrides (
    kind text NOT NULL,
    code text NOT NULL,
    row jsonb NOT NULL,
    version integer NOT NULL,
    entry uuid NOT NULL,
    PRIMARY KEY (kind, code)
  );`;

const seizures = `
  CREATE TABLE state.seizures (
    id uuid NOT NULL PRIMARY KEY,
    reference text NOT NULL CONSTRAINT seizures_reference UNIQUE,
    case_number text NOT NULL,
    measure text NOT NULL,
    legal_basis text NOT NULL,
    place text NOT NULL,
    party text,
    party_presence text,
    refusal_reason text,
    on_site_witness text,
    officers uuid[] NOT NULL,
    agency uuid NOT NULL,
    registrar uuid NOT NULL,
    happened timestamptz(3) NOT NULL,
    recorded timestamptz(3) NOT NULL,
    registered uuid NOT NULL,
    confirmed uuid,
    confirmed_by uuid,
    confirmed_at timestamptz(3)
  );
  CREATE INDEX seizures_page ON state.seizures (agency, recorded DESC, id DESC);
  CREATE INDEX seizures_case ON state.seizures (case_number);

  CREATE TABLE state.lots (
    id uuid NOT NULL PRIMARY KEY,
    seizure uuid NOT NULL REFERENCES state.seizures,
    position integer NOT NULL,
    code text NOT NULL CONSTRAINT lots_code UNIQUE,
    category text NOT NULL,
    description text NOT NULL,
    -- The lot as it was registered (the published LotRecord).
    record jsonb NOT NULL,
    responsible uuid NOT NULL,
    -- The latest appraisal: it alone counts.
    appraisal uuid,
    CONSTRAINT lots_position UNIQUE (seizure, position)
  );
  CREATE INDEX lots_category ON state.lots (category);
  CREATE INDEX lots_responsible ON state.lots (responsible, code);`;

const appraisals = `
  CREATE TABLE state.appraisals (
    id uuid NOT NULL PRIMARY KEY,
    result text NOT NULL,
    body text NOT NULL,
    report_number text NOT NULL,
    agency uuid NOT NULL,
    happened timestamptz(3) NOT NULL,
    entry uuid NOT NULL
  );
  CREATE TABLE state.appraisal_lots (
    appraisal uuid NOT NULL REFERENCES state.appraisals,
    lot uuid NOT NULL REFERENCES state.lots,
    PRIMARY KEY (appraisal, lot)
  );
  CREATE INDEX appraisal_lots_lot ON state.appraisal_lots (lot);
  ALTER TABLE state.lots ADD FOREIGN KEY (appraisal) REFERENCES state.appraisals;`;

const decisions = `
  CREATE TABLE state.decisions (
    id uuid NOT NULL PRIMARY KEY,
    number text NOT NULL,
    kind text NOT NULL,
    final_at timestamptz(3) NOT NULL,
    agency uuid NOT NULL,
    happened timestamptz(3) NOT NULL,
    replaced_by uuid REFERENCES state.decisions,
    entry uuid NOT NULL
  );
  CREATE TABLE state.decision_lots (
    decision uuid NOT NULL REFERENCES state.decisions,
    lot uuid NOT NULL REFERENCES state.lots,
    -- In the lot's base unit; NULL = the whole lot.
    amount numeric CHECK (amount > 0),
    PRIMARY KEY (decision, lot)
  );
  CREATE INDEX decision_lots_lot ON state.decision_lots (lot);`;

const holds = `
  CREATE TABLE state.holds (
    id uuid NOT NULL PRIMARY KEY,
    reason text NOT NULL,
    document text,
    agency uuid NOT NULL,
    placed uuid NOT NULL,
    placed_at timestamptz(3) NOT NULL,
    released uuid,
    release_reason text
  );
  CREATE TABLE state.hold_lots (
    hold uuid NOT NULL REFERENCES state.holds,
    lot uuid NOT NULL REFERENCES state.lots,
    PRIMARY KEY (hold, lot)
  );
  CREATE INDEX hold_lots_lot ON state.hold_lots (lot);`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Weighing differences beyond the tolerance for which an approver stands: the latest for each line of an event. */
export class EventDifferences0020 implements MigrationInterface {
  readonly name = 'EventDifferences0020';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE state.event_differences (
        event uuid NOT NULL,
        lot uuid NOT NULL,
        measured numeric NOT NULL CHECK (measured >= 0),
        reason text NOT NULL,
        person uuid NOT NULL,
        entry uuid NOT NULL,
        PRIMARY KEY (event, lot),
        FOREIGN KEY (event, lot) REFERENCES state.event_lines
      );`);
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

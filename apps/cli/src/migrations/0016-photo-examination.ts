import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos that were acknowledged by header and end, and whose full decode is still to come. */
export class PhotoExamination0016 implements MigrationInterface {
  readonly name = 'PhotoExamination0016';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE work.evidence_arrivals ADD COLUMN decoded boolean NOT NULL DEFAULT true;
      CREATE INDEX evidence_arrivals_undecoded ON work.evidence_arrivals (at) WHERE NOT decoded;`);
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

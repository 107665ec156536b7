import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The reason of a revocation that nobody confirmed yet is known by its commitment: its request is a public entry. */
export class RevocationReason0018 implements MigrationInterface {
  readonly name = 'RevocationReason0018';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE state.certificates ADD revocation_reason text');
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

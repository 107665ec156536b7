import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A report carries photos and figures of the day, and can be withdrawn and prepared anew. What was released stays
 * under its release, so that earlier snapshots can still be made again; released pictures go with the withdrawal.
 */
export class ReportContent0015 implements MigrationInterface {
  readonly name = 'ReportContent0015';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE state.reports
        ADD COLUMN prepared_at timestamptz(3),
        ADD COLUMN content_sha256 text,
        ADD COLUMN released_by uuid,
        ADD COLUMN released_at timestamptz(3),
        ADD COLUMN withdrawn uuid,
        ADD COLUMN withdrawn_by uuid,
        ADD COLUMN withdrawn_at timestamptz(3),
        ADD COLUMN cause text;
      -- The content whose hash the preparation put into the ledger: canonical JSON (RFC 8785).
      CREATE TABLE work.report_contents (
        prepared uuid NOT NULL PRIMARY KEY,
        number text NOT NULL,
        content text NOT NULL
      );
      -- Why a report was withdrawn, in words for colleagues; the entry has the cause alone, since it is public.
      CREATE TABLE work.report_notes (
        withdrawn uuid NOT NULL PRIMARY KEY,
        note text NOT NULL
      );`);
    await runner.query(released);
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const released = `
  ALTER TABLE published.certificates ADD COLUMN release uuid;
  ALTER TABLE published.certificate_figures ADD COLUMN release uuid;
  UPDATE published.certificate_figures f SET release = e.id FROM ledger.entries e
    WHERE e.type = 'report.released' AND e.subject_id = f.number;
  UPDATE published.certificates c SET release = f.release FROM published.certificate_figures f
    WHERE f.number = c.number AND c.released_at IS NOT NULL;
  ALTER TABLE published.certificate_figures ALTER COLUMN release SET NOT NULL;
  ALTER TABLE published.certificate_figures DROP CONSTRAINT certificate_figures_pkey;
  ALTER TABLE published.certificate_figures ADD PRIMARY KEY (release);
  CREATE TABLE published.photos (
    release uuid NOT NULL,
    -- Of these bytes: small JPEGs drawn anew from checked originals, without metadata.
    sha256 text NOT NULL,
    picture bytea NOT NULL,
    PRIMARY KEY (release, sha256)
  );
  CREATE INDEX photos_by_hash ON published.photos (sha256);`;

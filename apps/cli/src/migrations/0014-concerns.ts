import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people report on the public site. The public role may call one function and still reads and writes no table;
 * the function, not its caller, tells the time and holds the limit, so that stolen credentials can't flood or date.
 */
export class Concerns0014 implements MigrationInterface {
  readonly name = 'Concerns0014';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE work.concerns (
        id uuid NOT NULL PRIMARY KEY,
        reference text NOT NULL CONSTRAINT concerns_reference UNIQUE CHECK (reference ~ '^JB-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
        received timestamptz(3) NOT NULL,
        language text NOT NULL CHECK (language IN ('zh-CN', 'en')),
        -- What it is about, as typed; and the code of the agency that this leads to. Without one the operator reads it.
        about text NOT NULL CHECK (length(about) <= 60),
        agency text,
        -- NULL once erased.
        body text CHECK (length(body) <= 2000),
        contact text CHECK (length(contact) <= 200),
        handled timestamptz(3),
        handled_by uuid,
        note text CHECK (length(note) <= 2000)
      );
      CREATE INDEX concerns_received ON work.concerns (received);
      CREATE INDEX concerns_open ON work.concerns (agency, received) WHERE handled IS NULL;`);
    await runner.query(receive);
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const receive = `
  -- true: kept, now or before; false: more arrived within an hour than anybody could read.
  CREATE FUNCTION published.receive_concern(given jsonb) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  DECLARE
    at timestamptz := clock_timestamp();
    most constant integer := 200;
    named text;
  BEGIN
    -- One after the other, or many at once would all count too few.
    PERFORM pg_advisory_xact_lock(7426314);
    IF EXISTS (SELECT 1 FROM work.concerns WHERE id = (given ->> 'id')::uuid) THEN RETURN true; END IF;
    IF (SELECT count(*) FROM work.concerns WHERE received > at - interval '1 hour') >= most THEN RETURN false; END IF;
    SELECT coalesce(
      (SELECT c.agency FROM published.certificates c WHERE c.number = given ->> 'about'),
      (SELECT a.code FROM state.batches b JOIN state.agencies a ON a.id = b.agency
       WHERE b.reference = given ->> 'about')) INTO named;
    INSERT INTO work.concerns (id, reference, received, language, about, agency, body, contact)
    VALUES ((given ->> 'id')::uuid, given ->> 'reference', at, given ->> 'language', given ->> 'about', named,
            given ->> 'body', nullif(given ->> 'contact', ''));
    RETURN true;
  END $$;
  GRANT EXECUTE ON FUNCTION published.receive_concern(jsonb) TO ledger_public;`;

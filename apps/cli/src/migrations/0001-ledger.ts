import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The four schemas and the append-only ledger. The application's role reaches ledger tables only by SELECT and
 * through the functions below, so that not even stolen application credentials can edit or cut the ledger.
 */
export class Ledger0001 implements MigrationInterface {
  readonly name = 'Ledger0001';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schemas);
    await runner.query(tables);
    await runner.query(recordFunction);
    await runner.query(integrateFunction);
    await runner.query(checkpointFunction);
    await runner.query(stateAndWork);
    await runner.query(grants);
  }
  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}

const schemas = `
  CREATE SCHEMA ledger;
  CREATE SCHEMA state;
  CREATE SCHEMA work;
  CREATE SCHEMA published;
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
  GRANT USAGE ON SCHEMA ledger, state, work, published TO ledger_app;
  GRANT USAGE ON SCHEMA published TO ledger_public;
  ALTER DEFAULT PRIVILEGES IN SCHEMA state GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ledger_app;
  ALTER DEFAULT PRIVILEGES IN SCHEMA work GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ledger_app;
  ALTER DEFAULT PRIVILEGES IN SCHEMA published GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ledger_app;
  ALTER DEFAULT PRIVILEGES IN SCHEMA published GRANT SELECT ON TABLES TO ledger_public;
  ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;`;

const tables = `
  -- convert_from is only STABLE because conversions can be replaced; from UTF-8 to a UTF-8 database none is made.
  CREATE FUNCTION ledger.as_json(body bytea) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path = pg_catalog RETURN convert_from(body, 'UTF8')::jsonb;

  CREATE TABLE ledger.entries (
    id uuid NOT NULL,
    type text NOT NULL,
    subject_kind text NOT NULL,
    subject_id text NOT NULL,
    subject_version integer NOT NULL CHECK (subject_version > 0),
    recorded timestamptz(3) NOT NULL,
    body bytea NOT NULL,
    -- For queries only; generated, so that it can't say anything else than the bytes.
    json jsonb NOT NULL GENERATED ALWAYS AS (ledger.as_json(body)) STORED,
    CONSTRAINT entries_pkey PRIMARY KEY (id),
    CONSTRAINT entries_subject_version UNIQUE (subject_kind, subject_id, subject_version)
  );
  CREATE INDEX entries_type ON ledger.entries (type, recorded);

  CREATE TABLE ledger.entry_lots (
    lot uuid NOT NULL,
    entry uuid NOT NULL REFERENCES ledger.entries,
    CONSTRAINT entry_lots_pkey PRIMARY KEY (lot, entry)
  );
  CREATE INDEX entry_lots_entry ON ledger.entry_lots (entry);

  -- CACHE 1: a session must not hold back low ordinals for later, or an effect could come before its cause.
  CREATE SEQUENCE ledger.ordinals AS bigint CACHE 1;
  CREATE TABLE ledger.pending (
    ordinal bigint NOT NULL DEFAULT nextval('ledger.ordinals') PRIMARY KEY,
    entry uuid NOT NULL UNIQUE REFERENCES ledger.entries
  );

  CREATE TABLE ledger.sequence (
    seq bigint NOT NULL PRIMARY KEY CHECK (seq >= 0),
    entry uuid NOT NULL UNIQUE REFERENCES ledger.entries,
    leaf_hash bytea NOT NULL CHECK (length(leaf_hash) = 32)
  );

  -- Full tiles of C2SP tlog-tiles (height 8); root is the hash of the tile's subtree.
  CREATE TABLE ledger.tiles (
    level integer NOT NULL,
    index bigint NOT NULL,
    hashes bytea NOT NULL CHECK (length(hashes) = 8192),
    root bytea NOT NULL CHECK (length(root) = 32),
    PRIMARY KEY (level, index)
  );

  -- The right edge of the tree: hashes of its complete subtrees, biggest first.
  CREATE TABLE ledger.head (
    one boolean NOT NULL DEFAULT true PRIMARY KEY CHECK (one),
    size bigint NOT NULL,
    frontier bytea[] NOT NULL
  );
  INSERT INTO ledger.head (size, frontier) VALUES (0, '{}');

  CREATE TABLE ledger.checkpoints (
    size bigint NOT NULL,
    root bytea NOT NULL CHECK (length(root) = 32),
    note text NOT NULL,
    made timestamptz(3) NOT NULL,
    PRIMARY KEY (size)
  );`;

const recordFunction = `
  -- Everything beside the bytes is read from the bytes: columns can't contradict them.
  CREATE FUNCTION ledger.record(body bytea, lots uuid[], through uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  DECLARE
    entry jsonb := convert_from(body, 'UTF8')::jsonb;
    entry_id uuid := (entry ->> 'id')::uuid;
  BEGIN
    INSERT INTO ledger.entries (id, type, subject_kind, subject_id, subject_version, recorded, body)
    VALUES (entry_id, entry ->> 'type', entry #>> '{subject,kind}', entry #>> '{subject,id}',
            (entry #>> '{subject,version}')::integer, (entry ->> 'recorded')::timestamptz, body);
    INSERT INTO ledger.entry_lots (lot, entry)
      SELECT unnest(lots), entry_id
      UNION SELECT l.lot, entry_id FROM ledger.entry_lots l WHERE l.entry = through;
    INSERT INTO ledger.pending (entry) VALUES (entry_id);
  END $$;`;

const integrateFunction = `
  -- The first statement locks the head: every later statement has a newer snapshot, so nothing is numbered twice.
  CREATE FUNCTION ledger.integrate() RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  DECLARE
    n bigint; edge bytea[]; waiting record; node bytea; rest bigint; height integer;
  BEGIN
    SELECT size, frontier INTO n, edge FROM ledger.head WHERE one FOR UPDATE;
    FOR waiting IN
      SELECT p.ordinal, p.entry, e.body FROM ledger.pending p JOIN ledger.entries e ON e.id = p.entry
      ORDER BY p.ordinal
    LOOP
      node := sha256('\\x00'::bytea || waiting.body);
      INSERT INTO ledger.sequence (seq, entry, leaf_hash) VALUES (n, waiting.entry, node);
      rest := n; height := 0;
      WHILE rest & 1 = 1 LOOP
        node := sha256('\\x01'::bytea || edge[cardinality(edge)] || node);
        edge := trim_array(edge, 1);
        rest := rest >> 1; height := height + 1;
        IF height % 8 = 0 THEN
          INSERT INTO ledger.tiles (level, index, hashes, root)
          SELECT height / 8 - 1, rest, CASE WHEN height = 8
            THEN (SELECT string_agg(s.leaf_hash, ''::bytea ORDER BY s.seq) FROM ledger.sequence s
                  WHERE s.seq BETWEEN rest * 256 AND rest * 256 + 255)
            ELSE (SELECT string_agg(t.root, ''::bytea ORDER BY t.index) FROM ledger.tiles t
                  WHERE t.level = height / 8 - 2 AND t.index BETWEEN rest * 256 AND rest * 256 + 255)
            END, node;
        END IF;
      END LOOP;
      edge := array_append(edge, node);
      n := n + 1;
      DELETE FROM ledger.pending p WHERE p.ordinal = waiting.ordinal;
    END LOOP;
    UPDATE ledger.head SET size = n, frontier = edge WHERE one AND size <> n;
    RETURN n;
  END $$;`;

const checkpointFunction = `
  CREATE FUNCTION ledger.keep_checkpoint(size bigint, root bytea, note text, made timestamptz) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
    INSERT INTO ledger.checkpoints (size, root, note, made) VALUES (size, root, note, made) ON CONFLICT DO NOTHING
  $$;`;

const stateAndWork = `
  -- One lockable row for each lot, with its base unit.
  CREATE TABLE state.goods (
    lot uuid NOT NULL PRIMARY KEY,
    unit text NOT NULL
  );
  CREATE TABLE state.balances (
    lot uuid NOT NULL REFERENCES state.goods,
    account text NOT NULL,
    amount numeric NOT NULL,
    PRIMARY KEY (lot, account),
    CONSTRAINT balances_never_negative CHECK (amount >= 0 OR account IN ('seized', 'weighing-difference'))
  );

  -- First results of commands, by the entry id: a repeat answers the same.
  CREATE TABLE work.requests (
    id uuid NOT NULL CONSTRAINT requests_pkey PRIMARY KEY,
    person uuid NOT NULL,
    fingerprint text NOT NULL,
    result jsonb NOT NULL,
    entries uuid[] NOT NULL
  );
  CREATE TABLE work.counters (
    kind text NOT NULL,
    year integer NOT NULL,
    last bigint NOT NULL,
    PRIMARY KEY (kind, year)
  );
  -- Personal data: value and key of a commitment live and die together.
  CREATE TABLE work.personal_data (
    commitment text NOT NULL PRIMARY KEY,
    kind text NOT NULL,
    subject text NOT NULL,
    key bytea NOT NULL,
    value jsonb NOT NULL
  );`;

const grants = `
  GRANT SELECT ON ALL TABLES IN SCHEMA ledger TO ledger_app;
  REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ledger TO ledger_app;
  CREATE VIEW published.checkpoints AS SELECT size, root, note, made FROM ledger.checkpoints;
  CREATE VIEW published.tiles AS SELECT level, index, hashes, root FROM ledger.tiles;
  CREATE VIEW published.leaves AS SELECT seq, leaf_hash FROM ledger.sequence;
  -- Certificate entries hold nothing private (ledger.md), so their exact bytes are public.
  CREATE VIEW published.certificate_entries AS
    SELECT s.seq, s.leaf_hash, e.type, e.body, e.json FROM ledger.entries e JOIN ledger.sequence s ON s.entry = e.id
    WHERE e.subject_kind = 'certificate';`;

import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { prepareRoles, runMigrations } from '#platform';
import { migrations } from '../../apps/cli/src/migrations/index.js';
import { limitDatabase, makeDatabase } from '../../libs/platform/src/database/prepare-roles.js';

/** A database of one test file, with the addresses of the roles that work in it. */
export type TestDatabase = {
  readonly name: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly publicUrl: string;
  readonly superUrl: string;
  /** Ends all connections and removes the database. */
  drop(): Promise<void>;
};

const TEMPLATE = 'ledger_template';
const TEMPLATE_LOCK = 7_426_302;

/**
 * Gives a fresh, fully migrated database: a copy of a template that the first caller of a test run
 * migrates, under a lock that the others wait for.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await ensureTemplate(client);
    await client.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
    await makeDatabase(client, name, TEMPLATE);
    await limitDatabase(client, name);
  });
  return {
    name,
    ownerUrl: addressOf(name, 'ledger_owner'),
    appUrl: addressOf(name, 'ledger_app'),
    publicUrl: addressOf(name, 'ledger_public'),
    superUrl: addressOf(name),
    drop: () =>
      asSuperuser(async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
      }),
  };
}

async function ensureTemplate(client: pg.Client): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE]);
  if (found.rowCount !== 0) return;
  const password = serverUrl().password;
  await prepareRoles(serverUrl().href, {
    database: TEMPLATE,
    passwords: {
      ledger_owner: password,
      ledger_app: password,
      ledger_public: password,
      ledger_backup: password,
    },
  });
  try {
    await runMigrations(addressOf(TEMPLATE, 'ledger_owner'), migrations);
  } catch (error) {
    // Without the half-made template the next test file reports the migration's own error, too.
    await client.query(`DROP DATABASE ${TEMPLATE} WITH (FORCE)`);
    throw error;
  }
}

async function asSuperuser(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl().href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function addressOf(database: string, role?: string): string {
  const url = serverUrl();
  if (role !== undefined) url.username = role;
  url.pathname = `/${database}`;
  return url.href;
}

function serverUrl(): URL {
  const given = process.env['TEST_DATABASE_URL'];
  if (given === undefined) throw new Error('TEST_DATABASE_URL is not set: run the tests through Jest.');
  return new URL(given);
}

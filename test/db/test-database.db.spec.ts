import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a test database', () => {
  const made: TestDatabase[] = [];
  afterAll(() => Promise.all(made.map((database) => database.drop())));

  it('is migrated, separate from its siblings, and open to each role by its own address', async () => {
    made.push(...(await Promise.all([createTestDatabase(), createTestDatabase(), createTestDatabase()])));
    for (const database of made) {
      const schemas = `SELECT count(*)::int AS n FROM pg_namespace WHERE nspname IN ('ledger','state','work','published')`;
      expect(await ask(database.ownerUrl, schemas)).toEqual([{ n: 4 }]);
      const who = 'SELECT current_user AS me, current_database() AS here';
      expect(await ask(database.appUrl, who)).toEqual([{ me: 'ledger_app', here: database.name }]);
      expect(await ask(database.publicUrl, who)).toEqual([{ me: 'ledger_public', here: database.name }]);
      await ask(database.ownerUrl, `CREATE TABLE work.only_here (a int)`);
    }
  });

  it('is gone after drop, connections and all', async () => {
    const database = await createTestDatabase();
    const client = new pg.Client({ connectionString: database.appUrl });
    client.on('error', () => undefined);
    await client.connect();
    await database.drop();
    await expect(ask(database.superUrl, 'SELECT 1')).rejects.toThrow('does not exist');
    await client.end();
  });
});

import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let reader: pg.Client;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  reader = new pg.Client({ connectionString: database.publicUrl });
  owner = new pg.Client({ connectionString: database.superUrl });
  await reader.connect();
  await owner.connect();
});
afterAll(async () => {
  await reader.end();
  await owner.end();
  await database.drop();
});

/** Tables and views of our schemas. */
async function relations(): Promise<{ schema: string; name: string }[]> {
  const { rows } = await owner.query(
    `SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'v', 'm', 'p') AND n.nspname IN ('ledger', 'state', 'work', 'published') ORDER BY 1, 2`,
  );
  return rows as { schema: string; name: string }[];
}
const refused = (sql: string) =>
  reader.query(sql).then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

describe('the role of the public site', () => {
  it('reads everything that is published', async () => {
    const published = (await relations()).filter(({ schema }) => schema === 'published');
    expect(published.map(({ name }) => name)).toEqual([
      'certificate_entries',
      'certificate_figures',
      'certificate_history',
      'certificate_revisions',
      'certificates',
      'checkpoints',
      'leaves',
      'log',
      'photos',
      'snapshots',
      'tiles',
      'trust',
    ]);
    for (const { name } of published) await reader.query(`SELECT 1 FROM published.${name} LIMIT 1`);
  });

  it('reads nothing else', async () => {
    const others = (await relations()).filter(({ schema }) => schema !== 'published');
    expect(others.length).toBeGreaterThan(20);
    for (const { schema, name } of others)
      expect([name, await refused(`SELECT 1 FROM ${schema}.${name} LIMIT 1`)]).toEqual([name, '42501']);
  });

  it('writes nothing, not even what is published, and calls no function of the ledger', async () => {
    const attempts = [
      `INSERT INTO published.log (verifier_key, origin) VALUES ('x', 'x')`,
      `UPDATE published.certificates SET state = 'issued'`,
      `DELETE FROM published.trust`,
      `TRUNCATE published.certificate_figures`,
      `CREATE TABLE published.mine (x int)`,
      `SELECT ledger.integrate()`,
      `SELECT ledger.record('{}', '{}', NULL)`,
      `INSERT INTO work.concerns (id) VALUES (gen_random_uuid())`,
    ];
    for (const sql of attempts) expect([sql, await refused(sql)]).toEqual([sql, '42501']);
  });

  it('sees no figures of its own making: nothing stands there before a release', async () => {
    const { rows } = await reader.query('SELECT count(*)::int AS n FROM published.certificate_figures');
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('may call one function: it puts a concern in and reads nothing back', async () => {
    const { rows } = await owner.query(
      `SELECT p.proname AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE n.nspname IN ('ledger', 'state', 'work', 'published')
         AND has_function_privilege('ledger_public', p.oid, 'EXECUTE')
         AND has_schema_privilege('ledger_public', n.oid, 'USAGE')`,
    );
    expect(rows).toEqual([{ name: 'receive_concern' }]);
  });
});

import pg from 'pg';
import { DATABASE_ROLES, prepareRoles } from '../../libs/platform/src/database/prepare-roles.js';

const superUrl = process.env['TEST_DATABASE_URL'] ?? '';
const database = 'prepare_roles_spec';

function passwords(text: string) {
  return { ledger_owner: text, ledger_app: text, ledger_public: text, ledger_backup: text };
}

function addressOf(role: string, password: string): string {
  const url = new URL(superUrl);
  [url.username, url.password, url.pathname] = [role, password, `/${database}`];
  return url.href;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('database roles', () => {
  const { password } = new URL(superUrl);
  afterAll(() => ask(superUrl, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`));

  it('are made by several processes at once without one getting in the way of another', async () => {
    const wanted = { database, passwords: passwords(password) };
    await Promise.all([1, 2, 3, 4].map(() => prepareRoles(superUrl, wanted)));
    for (const role of DATABASE_ROLES) {
      expect(await ask(addressOf(role, password), 'SELECT current_user AS me')).toEqual([{ me: role }]);
    }
  });

  it('hold no right over the server, and only the owner may make schemas', async () => {
    const rights = 'rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls';
    const sql = `SELECT rolname FROM pg_roles WHERE rolname LIKE 'ledger_%' AND (${rights})`;
    expect(await ask(superUrl, sql)).toEqual([]);
    await ask(addressOf('ledger_owner', password), 'CREATE SCHEMA made_by_owner');
    for (const role of ['ledger_app', 'ledger_public', 'ledger_backup']) {
      await expect(ask(addressOf(role, password), 'CREATE SCHEMA mine')).rejects.toThrow('permission denied');
      await expect(ask(addressOf(role, password), 'CREATE TABLE public.mine (a int)')).rejects.toThrow(
        'denied',
      );
      await expect(ask(addressOf(role, password), 'CREATE TEMP TABLE mine (a int)')).rejects.toThrow(
        'denied',
      );
    }
  });

  it('lets backup read everything and write nothing', async () => {
    await ask(addressOf('ledger_owner', password), 'CREATE TABLE made_by_owner.kept (a int)');
    const backup = addressOf('ledger_backup', password);
    expect(await ask(backup, 'SELECT * FROM made_by_owner.kept')).toEqual([]);
    await expect(ask(backup, 'INSERT INTO made_by_owner.kept VALUES (1)')).rejects.toThrow(
      'permission denied',
    );
  });

  it('refuses entry to a role that is none of ours', async () => {
    await ask(superUrl, `DROP ROLE IF EXISTS stranger; CREATE ROLE stranger LOGIN PASSWORD '${password}'`);
    await expect(ask(addressOf('stranger', password), 'SELECT 1')).rejects.toThrow(
      'permission denied for database',
    );
    await ask(superUrl, 'DROP ROLE stranger');
  });
});

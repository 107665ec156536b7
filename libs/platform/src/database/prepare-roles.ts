import pg from 'pg';

/** The database roles: who owns the tables, who writes through the application, who only reads. */
export const DATABASE_ROLES = ['ledger_owner', 'ledger_app', 'ledger_public', 'ledger_backup'] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

export type RolesToPrepare = {
  /** Name of the database that the roles work in; made when missing, owned by `ledger_owner`. */
  readonly database: string;
  /** Password of each role; set anew on every call, so that a changed password takes effect. */
  readonly passwords: Readonly<Record<DatabaseRole, string>>;
};

// Any fixed number does; it only has to differ from other locks taken in the maintenance database.
const ROLES_LOCK = 7_426_301;

/**
 * Makes roles and database as the superuser; may be repeated, also by several processes at once.
 * Rights on schemas and tables are the migrations' business.
 *
 * @param superUrl address of the maintenance database `postgres`, as a superuser
 */
export async function prepareRoles(superUrl: string, wanted: RolesToPrepare): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [ROLES_LOCK]);
    for (const role of DATABASE_ROLES) await prepareRole(client, role, wanted.passwords[role]);
    await client.query('GRANT pg_read_all_data TO ledger_backup');
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [wanted.database]);
    if (found.rowCount === 0) await makeDatabase(client, wanted.database);
    await limitDatabase(client, wanted.database);
  } finally {
    await client.end();
  }
}

/**
 * Makes a database owned by `ledger_owner`.
 *
 * @param client connected as superuser, outside a transaction
 * @param template database to copy; nobody may be connected to it
 */
export async function makeDatabase(
  client: pg.Client,
  database: string,
  template = 'template0',
): Promise<void> {
  const [name, source] = [pg.escapeIdentifier(database), pg.escapeIdentifier(template)];
  await client.query(`CREATE DATABASE ${name} OWNER ledger_owner TEMPLATE ${source} ENCODING 'UTF8'`);
}

/** Lets only our roles into a database: the rights of a database are not copied from its template. */
export async function limitDatabase(client: pg.Client, database: string): Promise<void> {
  const name = pg.escapeIdentifier(database);
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO ledger_app, ledger_public, ledger_backup`);
}

async function prepareRole(client: pg.Client, role: DatabaseRole, password: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER';
  const rights = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
  await client.query(`${verb} ROLE ${role} ${rights} PASSWORD ${pg.escapeLiteral(password)}`);
}

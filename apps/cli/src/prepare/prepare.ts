import { prepareRoles, runMigrations, type DatabaseRole } from '#platform';
import { resolve } from 'node:path';
import type { DatabaseUrls, SeedSettings } from '../launch/settings.js';
import { migrations } from '../migrations/index.js';
import { seed, type SeedReport } from '../seed/seed.js';

/** What `prepare` needs: the superuser, and one address per role, which also holds the role's password. */
const variables = {
  super: 'DATABASE_SUPER_URL',
  ledger_app: 'DATABASE_URL',
  ledger_owner: 'DATABASE_OWNER_URL',
  ledger_public: 'DATABASE_PUBLIC_URL',
  ledger_backup: 'DATABASE_BACKUP_URL',
} as const satisfies Record<DatabaseRole | 'super', string>;

export type PrepareSettings = {
  readonly superUrl: string;
  readonly database: string;
  readonly passwords: Readonly<Record<DatabaseRole, string>>;
  readonly urls: DatabaseUrls;
  readonly seed: SeedSettings;
};

/**
 * @throws Error that names what is missing or does not fit, never a value: an address of another role than
 *   its variable is meant for, addresses of different databases, an address without password
 */
export function readPrepareSettings(environment: NodeJS.ProcessEnv): PrepareSettings {
  const missing = Object.values(variables).filter((name) => !environment[name]);
  if (missing.length > 0) throw new Error(`${missing.join(', ')} not set.`);
  const { super: superName, ...roles } = variables;
  const databases = new Set<string>();
  const passwords = {} as Record<DatabaseRole, string>;
  for (const [role, name] of Object.entries(roles) as [DatabaseRole, string][]) {
    const url = urlOf(environment, name);
    if (url.username !== role) throw new Error(`${name} has to be an address of the role ${role}.`);
    if (url.password === '') throw new Error(`${name} holds no password.`);
    passwords[role] = decodeURIComponent(url.password);
    databases.add(decodeURIComponent(url.pathname.slice(1)));
  }
  const [database = '', ...others] = databases;
  if (database === '' || others.length > 0)
    throw new Error('All roles need addresses of one and the same database.');
  const address = (name: string): string => urlOf(environment, name).href;
  const urls = {
    app: address(roles.ledger_app),
    owner: address(roles.ledger_owner),
    public: address(roles.ledger_public),
  };
  const dataDirectory = resolve(environment['DATA_DIR'] || './var');
  const seed: SeedSettings = { seedMode: 'empty', dataDirectory, environment };
  return { superUrl: address(superName), database, passwords, urls, seed };
}

/** Makes roles and database, migrates, seeds the catalogue and one administrator. May be repeated. */
export async function prepare(settings: PrepareSettings): Promise<SeedReport> {
  await prepareRoles(settings.superUrl, settings);
  await runMigrations(settings.urls.owner, migrations);
  return seed(settings.seed, settings.urls);
}

function urlOf(environment: NodeJS.ProcessEnv, name: string): URL {
  const text = environment[name] ?? '';
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol)) {
    throw new Error(`${name} is not an address of the form postgresql://role:password@host:port/database.`);
  }
  return new URL(text);
}

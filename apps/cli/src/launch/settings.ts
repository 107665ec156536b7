import { join, resolve } from 'node:path';

export type SeedMode = 'demo' | 'empty';

/** What the launcher reads from its command line and environment. The applications read their own. */
export type LaunchSettings = {
  readonly seedMode: SeedMode;
  readonly dataDirectory: string;
  readonly logDirectory: string;
  readonly host: string;
  readonly officePort: number;
  readonly publicPort: number;
  /** Set when a server is given: application, migrations, public reader. */
  readonly given?: DatabaseUrls;
  readonly environment: NodeJS.ProcessEnv;
};

/** What filling an installation depends on. */
export type SeedSettings = Pick<LaunchSettings, 'seedMode' | 'dataDirectory' | 'environment'>;

/** Where the running applications answer, without a slash at the end. */
export type Addresses = { readonly office: string; readonly public: string };

/** Addresses of the database, one per role. */
export type DatabaseUrls = { readonly app: string; readonly owner: string; readonly public: string };

/**
 * @param args command line after the script name; `--empty` is the only option
 * @throws Error that names a wrong argument or variable, never a variable's value
 */
export function readSettings(args: readonly string[], environment: NodeJS.ProcessEnv): LaunchSettings {
  const unknown = args.find((arg) => arg !== '--empty');
  if (unknown !== undefined) throw new Error(`unknown argument "${unknown}". Only --empty is known.`);
  const dataDirectory = resolve(environment['DATA_DIR'] || './var');
  const given = givenUrls(environment);
  return {
    seedMode: args.includes('--empty') ? 'empty' : 'demo',
    dataDirectory,
    logDirectory: join(dataDirectory, 'logs'),
    host: environment['HOST'] || '127.0.0.1',
    officePort: portOf(environment, 'OFFICE_PORT', 3000),
    publicPort: portOf(environment, 'PUBLIC_PORT', 3001),
    ...(given ? { given } : {}),
    environment,
  };
}

function givenUrls(environment: NodeJS.ProcessEnv): DatabaseUrls | undefined {
  const names = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'DATABASE_PUBLIC_URL'] as const;
  const missing = names.filter((name) => !environment[name]);
  if (missing.length === names.length) return undefined;
  if (missing.length > 0) {
    throw new Error(
      `${missing.join(' and ')} not set. A database of your own needs all of ${names.join(', ')}; the embedded one needs none.`,
    );
  }
  const [app = '', owner = '', reader = ''] = names.map((name) => environment[name]);
  return { app, owner, public: reader };
}

function portOf(environment: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const text = environment[name];
  if (!text) return otherwise;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Error(`${name} is not a port number (1 to 65535).`);
}

import { join } from 'node:path';
import { DATABASE_ROLES, prepareRoles, startEmbeddedPostgres, type EmbeddedPostgres } from '#platform';
import { backOff } from './back-off.js';
import type { DatabaseUrls, LaunchSettings } from './settings.js';

const DATABASE = 'ledger';

/** The database of a running system. */
export type LaunchedDatabase = { readonly urls: DatabaseUrls; close(): Promise<void> };

/**
 * Gives the database that the environment names, or starts the embedded one: with its roles made, and
 * started again on the same port whenever it ends without being asked to.
 */
export async function openDatabase(settings: LaunchSettings): Promise<LaunchedDatabase> {
  if (settings.given) return { urls: settings.given, close: () => Promise.resolve() };
  const directory = join(settings.dataDirectory, 'postgres');
  const first = await startEmbeddedPostgres({ directory });
  if (first.moved) {
    print(`The database account cannot enter ${directory}; the database lies in ${first.directory} instead.`);
  }
  const keeper = new ServerKeeper(directory, first);
  try {
    const passwords = Object.fromEntries(DATABASE_ROLES.map((role) => [role, first.password(role)]));
    await prepareRoles(first.url('postgres', 'postgres'), {
      database: DATABASE,
      passwords: passwords as Record<(typeof DATABASE_ROLES)[number], string>,
    });
  } catch (error) {
    await keeper.close();
    throw error;
  }
  const urls = {
    app: first.url(DATABASE, 'ledger_app'),
    owner: first.url(DATABASE, 'ledger_owner'),
    public: first.url(DATABASE, 'ledger_public'),
  };
  return { urls, close: () => keeper.close() };
}

/** Keeps the embedded server up: addresses that the applications hold stay good after a crash. */
class ServerKeeper {
  private closing = false;

  constructor(
    private readonly directory: string,
    private server: EmbeddedPostgres,
  ) {
    this.watch();
  }

  async close(): Promise<void> {
    this.closing = true;
    await this.server.stop();
  }

  private watch(): void {
    void this.server.exited.then(async (status) => {
      if (this.closing) return;
      print(`The database ended with status ${status}; starting it again.`);
      await this.restart();
    });
  }

  private async restart(): Promise<void> {
    for (let attempt = 1; !this.closing; attempt += 1) {
      try {
        this.server = await startEmbeddedPostgres({ directory: this.directory, port: this.server.port });
        this.watch();
        if (this.closing) await this.server.stop();
        return;
      } catch (error) {
        print(`The database does not start: ${error instanceof Error ? error.message : String(error)}`);
        await backOff(attempt);
      }
    }
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

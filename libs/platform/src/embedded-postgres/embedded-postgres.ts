import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureCluster, SUPERUSER, type ServerHost } from './cluster.js';
import { passwordsOf, preparePlace, reachableBinaries, type DataPlace } from './data-place.js';
import { findNativeBinaries } from './native-binaries.js';
import { clearLeftovers, giveUpOwnership, isReady, stopServer, takeOwnership } from './ownership.js';
import { serverUser } from './server-user.js';
import { freePort, startWatched, type WatchedServer } from './watched-server.js';

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;
const ATTEMPTS = 5;

export type EmbeddedPostgresOptions = {
  /** Folder of this server; made when missing. */
  readonly directory: string;
  /** Port on 127.0.0.1; a free one when left out. */
  readonly port?: number;
  /** Run-time settings of PostgreSQL, name to value. */
  readonly settings?: Readonly<Record<string, string>>;
};

export type EmbeddedPostgres = {
  readonly port: number;
  /** Where the data really lies: elsewhere than asked when `moved`. */
  readonly directory: string;
  readonly moved: boolean;
  /** Process number of the server. */
  readonly pid: number;
  /** Settles with the exit status once the server is gone, whoever stopped it. */
  readonly exited: Promise<number>;
  /** Connection address of a role in a database; the superuser is `postgres`. */
  url(database: string, role: string): string;
  /** The password that belongs to a role name at this place; the role itself is made by `prepareRoles`. */
  password(role: string): string;
  /** Fast shutdown; settles when the process is gone. Harmless when repeated. */
  stop(): Promise<void>;
};

/**
 * Starts a PostgreSQL 18 of our own on 127.0.0.1 and waits until it takes connections. Survives kill -9 of
 * this process (the server stops, the next start recovers) and of the server.
 *
 * @throws Error when another living process uses the directory, when no account can run the server, or
 *   with the last lines of the server's log when it does not come up.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32') {
    throw new Error(
      'The embedded database needs a POSIX system. Set DATABASE_URL to a PostgreSQL 18 server.',
    );
  }
  const user = serverUser();
  const place = preparePlace(options.directory, user);
  const host = { user, binaries: reachableBinaries(findNativeBinaries(), user) };
  takeOwnership(place);
  try {
    await clearLeftovers(place);
    const password = passwordsOf(place);
    ensureCluster(host, place, password(SUPERUSER));
    const { server, port } = await startUntilReady(host, place, options);
    const url = (database: string, role: string): string =>
      `postgresql://${encodeURIComponent(role)}:${password(role)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
    const { directory, moved } = place;
    const { pid } = server;
    const exited = server.exited.then((status) => leavePlace(server, place, status));
    return { port, directory, moved, pid, exited, url, password, stop: () => stop(server, exited) };
  } catch (error) {
    giveUpOwnership(place);
    throw error;
  }
}

/** Retries: a free port may be taken in between, and backends of a killed server need a moment to end. */
async function startUntilReady(host: ServerHost, place: DataPlace, options: EmbeddedPostgresOptions) {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const server = await startWatched(host, place, port, options.settings ?? {});
    if (await becameReady(server, place)) return { server, port };
    if (attempt === ATTEMPTS)
      throw new Error(`PostgreSQL does not start. Its log ${place.log} ends:\n${tail(place.log)}`);
    await delay(200 * attempt);
  }
}

async function becameReady(server: WatchedServer, place: DataPlace): Promise<boolean> {
  let gone = false;
  void server.exited.then(() => (gone = true));
  const end = performance.now() + START_LIMIT_MS;
  while (!gone) {
    if (isReady(place, server.pid)) return true;
    if (performance.now() > end) {
      server.release();
      await server.exited;
    }
    await delay(5);
  }
  return false;
}

/** The watchdog is gone. When it was killed, its server still lives and is ours to stop. */
async function leavePlace(server: WatchedServer, place: DataPlace, status: number): Promise<number> {
  await stopServer(server.pid);
  giveUpOwnership(place);
  return status;
}

async function stop(server: WatchedServer, exited: Promise<number>): Promise<void> {
  server.release();
  const inTime = new AbortController();
  const overdue = delay(STOP_LIMIT_MS, 'overdue', { signal: inTime.signal }).catch(() => 'stopped');
  if ((await Promise.race([exited, overdue])) === 'overdue') await stopServer(server.pid);
  inTime.abort();
  await exited;
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
}

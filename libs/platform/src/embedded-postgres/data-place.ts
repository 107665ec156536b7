import { createHash, createHmac, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { binariesIn, type NativeBinaries } from './native-binaries.js';
import { canEnter, type ServerUser } from './server-user.js';

/** Where root keeps the data when the server's account can't enter the folder that was asked for. */
const FALLBACK_ROOT = '/var/lib/destruction-ledger';
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/** The folder of one embedded server and what lies in it. */
export type DataPlace = {
  readonly directory: string;
  readonly data: string;
  readonly log: string;
  readonly owner: string;
  /** True when the data lies elsewhere than asked, because the server's account can't enter there. */
  readonly moved: boolean;
};

/**
 * Makes the folder of a server, owned by the account that runs it and closed to others.
 *
 * @param asked folder that the caller wants; may be relative
 * @param user account of the server
 * @returns the place, in `asked` or, when that account can't enter it, below /var/lib/destruction-ledger
 */
export function preparePlace(asked: string, user: ServerUser): DataPlace {
  const wanted = resolve(asked);
  mkdirSync(dirname(wanted), { recursive: true, mode: 0o755 });
  const moved = !canEnter(user, dirname(wanted));
  const directory = moved ? join(fallbackRoot(), shortHash(wanted)) : wanted;
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  giveTo(user, directory);
  chmodSync(directory, 0o700);
  const log = join(directory, 'server.log');
  if (existsSync(log) && statSync(log).size > LOG_LIMIT_BYTES) renameSync(log, `${log}.1`);
  return { directory, data: join(directory, 'data'), log, owner: join(directory, 'owner'), moved };
}

/**
 * A checkout that the server's account can't enter hides the programs from it as well: they are then
 * copied (60 MB, once per version of the package) beside the fallback data.
 */
export function reachableBinaries(binaries: NativeBinaries, user: ServerUser): NativeBinaries {
  if (canEnter(user, binaries.root)) return binaries;
  const copy = join(
    fallbackRoot(),
    `programs-${shortHash(binaries.root + statSync(binaries.postgres).mtimeMs)}`,
  );
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(binaries.root, half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, copy);
  }
  return binariesIn(copy);
}

/** Gives a path to the server's account; nothing to do when that is our own. */
export function giveTo(user: ServerUser, path: string): void {
  if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid);
}

/**
 * Gives the passwords of a place: one random secret (mode 0600) in the folder, each role's password is an
 * HMAC of its name under it, so that nothing else has to be stored and no password is ever typed.
 */
export function passwordsOf(place: DataPlace): (role: string) => string {
  const file = join(place.directory, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  const secret = readFileSync(file, 'utf8');
  return (role) => createHmac('sha256', secret).update(role).digest('hex');
}

/** Makes the fallback enterable by all, whatever the umask; what lies inside is closed. */
function fallbackRoot(): string {
  mkdirSync(FALLBACK_ROOT, { recursive: true });
  chmodSync(FALLBACK_ROOT, 0o755);
  return FALLBACK_ROOT;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

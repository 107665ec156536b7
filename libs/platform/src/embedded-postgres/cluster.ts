import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveTo, type DataPlace } from './data-place.js';
import type { NativeBinaries } from './native-binaries.js';
import type { ServerUser } from './server-user.js';

/** What a PostgreSQL program is started with. */
export type ServerHost = { readonly binaries: NativeBinaries; readonly user: ServerUser };

/** The superuser of the cluster. */
export const SUPERUSER = 'postgres';

/** A PG* variable of the caller must not lead initdb or the server astray, and messages stay English. */
export const SERVER_ENVIRONMENT = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Makes the cluster with initdb unless it is there: UTF-8, C.UTF-8 order, checksums, scram. It grows
 * beside its place and is renamed when complete, so that a start that was cut off leaves no half cluster.
 *
 * @param password of the superuser
 * @throws Error with initdb's own words
 */
export function ensureCluster(host: ServerHost, place: DataPlace, password: string): void {
  if (existsSync(place.data)) return;
  const growing = `${place.data}.new`;
  const passwordFile = join(place.directory, 'initdb-password');
  rmSync(growing, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
  giveTo(host.user, passwordFile);
  mkdirSync(growing, { mode: 0o700 });
  giveTo(host.user, growing);
  try {
    const flags = ['-E', 'UTF8', '--locale=C.UTF-8', '--data-checksums', '--auth=scram-sha-256'];
    const made = spawnSync(
      host.binaries.initdb,
      [...flags, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '-D', growing],
      {
        cwd: place.directory,
        env: SERVER_ENVIRONMENT,
        encoding: 'utf8',
        uid: host.user.uid,
        gid: host.user.gid,
      },
    );
    if (made.status !== 0) {
      throw new Error(`initdb failed: ${made.error?.message ?? made.stderr.trim()}`);
    }
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(growing, place.data);
}

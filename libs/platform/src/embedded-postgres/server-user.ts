import { spawnSync } from 'node:child_process';

/** The account that PostgreSQL runs as; `uid` and `gid` are left out when it is our own. */
export type ServerUser = { readonly name: string; readonly uid?: number; readonly gid?: number };

/**
 * PostgreSQL refuses to run as root. As root the server therefore gets the account `postgres`, or `nobody`
 * where that does not exist; an ordinary user keeps its own account.
 *
 * @throws Error when we are root and neither account exists.
 */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return { name: 'the current user' };
  for (const name of ['postgres', 'nobody']) {
    const uid = accountNumber('-u', name);
    const gid = accountNumber('-g', name);
    if (uid !== undefined && gid !== undefined) return { name, uid, gid };
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and this machine has neither the user "postgres" nor "nobody". ' +
      'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL 18 server of your own.',
  );
}

/** Takes an absolute path of a folder; says whether the server's account can enter it. */
export function canEnter(user: ServerUser, directory: string): boolean {
  if (user.uid === undefined) return true;
  const { uid, gid } = user;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { uid, gid, cwd: '/' }).status === 0;
}

function accountNumber(flag: '-u' | '-g', name: string): number | undefined {
  const asked = spawnSync('id', [flag, name], { encoding: 'utf8' });
  const digits = asked.status === 0 ? asked.stdout.trim() : '';
  return /^[1-9]\d*$/.test(digits) ? Number(digits) : undefined;
}

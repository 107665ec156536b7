import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataPlace } from './data-place.js';
import { commandLine, isAlive, startMoment, waitUntil } from './processes.js';

const STOP_LIMIT_MS = 15_000;

/**
 * Writes down that this process owns the place, so that a second start on the same data is refused while
 * the first one lives. A note left behind by a killed process (its number may have been given to another
 * since, hence the start moment) is replaced.
 *
 * @throws Error naming the process that has the place
 */
export function takeOwnership(place: DataPlace): void {
  const note = `${process.pid} ${startMoment(process.pid) ?? ''}`;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(place.owner, note, { mode: 0o600, flag: 'wx' });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const [pid, ...moment] = readFileSync(place.owner, 'utf8').split(' ');
    if (startMoment(Number(pid)) === moment.join(' ')) {
      throw new Error(
        `The database in ${place.directory} is already in use by process ${pid}. Stop that one first.`,
      );
    }
    rmSync(place.owner, { force: true });
  }
  throw new Error(`Another start took the database in ${place.directory} at this very moment. Try again.`);
}

/** Takes the note away again. */
export function giveUpOwnership(place: DataPlace): void {
  rmSync(place.owner, { force: true });
}

/**
 * Clears what an earlier run left in the data directory. A server of ours that outlived its launcher is
 * stopped. A `postmaster.pid` whose number now belongs to another program is removed, since PostgreSQL would
 * take that program for a running server. One of a dead process stays: PostgreSQL replaces it itself, after
 * checking that no backend of the old server still uses the shared memory.
 */
export async function clearLeftovers(place: DataPlace): Promise<void> {
  const pid = postmasterPid(place);
  if (pid === undefined || !isAlive(pid)) return;
  if (!isServerOf(place, pid)) {
    rmSync(join(place.data, 'postmaster.pid'), { force: true });
    return;
  }
  await stopServer(pid);
}

/** Fast shutdown (SIGINT), then immediate (SIGQUIT) when open connections won't end; gives up with an Error. */
export async function stopServer(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await waitUntil(() => !isAlive(pid), STOP_LIMIT_MS)) return;
  }
  throw new Error(`The PostgreSQL server with process number ${pid} does not stop.`);
}

/** Gives the process number of the server that last used the place, dead or alive. */
export function postmasterPid(place: DataPlace): number | undefined {
  const pid = Number(postmasterLines(place)[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

/** Says whether the server `pid` takes connections: line 8 of postmaster.pid, as pg_ctl reads it. */
export function isReady(place: DataPlace, pid: number): boolean {
  const lines = postmasterLines(place);
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

function isServerOf(place: DataPlace, pid: number): boolean {
  const command = commandLine(pid);
  return command !== undefined && command.includes('postgres') && command.includes(place.data);
}

function postmasterLines(place: DataPlace): string[] {
  try {
    return readFileSync(join(place.data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { SERVER_ENVIRONMENT, type ServerHost } from './cluster.js';
import type { DataPlace } from './data-place.js';

/**
 * The watchdog. It holds the reading end of a pipe whose writing end is ours: when this process dies, even
 * by kill -9, the kernel closes the pipe, `read` ends, and the server gets a fast shutdown. Stopping in
 * good order goes the same way.
 */
const WATCHDOG = `
exec 3<&0
"$@" </dev/null >&2 3<&- &
server=$!
echo "$server"
( exec >/dev/null; while read -r _; do :; done <&3; kill -INT "$server" 2>/dev/null ) &
watcher=$!
exec 3<&- </dev/null >/dev/null
wait "$server"
status=$?
kill "$watcher" 2>/dev/null
exit "$status"
`;

/** A server process under its watchdog. */
export type WatchedServer = {
  readonly pid: number;
  /** Settles with the exit status when server and watchdog are gone. */
  readonly exited: Promise<number>;
  /** Lets go of the pipe: the watchdog stops the server. */
  release(): void;
};

/**
 * Starts `postgres` on 127.0.0.1 without unix sockets, in a session of its own so that Ctrl-C in a
 * terminal reaches us only and the applications can finish before their database goes.
 *
 * @param settings further run-time settings, name to value
 */
export async function startWatched(
  host: ServerHost,
  place: DataPlace,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<WatchedServer> {
  const fixed = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const flags = Object.entries({ ...fixed, ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const log = openSync(place.log, 'a', 0o600);
  const command = [host.binaries.postgres, '-D', place.data, '-p', String(port), ...flags];
  const child = spawn('/bin/sh', ['-c', WATCHDOG, 'sh', ...command], {
    cwd: place.directory,
    env: SERVER_ENVIRONMENT,
    stdio: ['pipe', 'pipe', log],
    detached: true,
    uid: host.user.uid,
    gid: host.user.gid,
  });
  closeSync(log);
  const exited = exitOf(child);
  const pid = Number(await firstLine(child));
  return { pid, exited, release: () => child.stdin?.end() };
}

/** Gives a port of 127.0.0.1 that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1.');
  return address.port;
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((settle, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => settle(code ?? 1));
    // The watchdog may be gone before we let go of the pipe.
    child.stdin?.on('error', () => undefined);
  });
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.trim();
}

import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, waitUntil } from '../../libs/platform/src/embedded-postgres/processes.js';
import { accountOf, EmbeddedLauncher, query, type Account } from '../support/embedded-launcher.js';

const LIMIT_MS = 20_000;
const weAreRoot = process.getuid?.() === 0;
const nobody = weAreRoot ? accountOf('nobody') : undefined;
// By the whole path: a folder that is already current can be read without a way into it.
const readsCheckout = ['-c', 'cat "$1"', 'sh', join(process.cwd(), 'package.json')];
const nobodyCanRead =
  nobody !== undefined && spawnSync('/bin/sh', readsCheckout, { ...nobody, cwd: '/' }).status === 0;

const accounts: [string, Account][] = [[weAreRoot ? 'root' : 'an ordinary user', {}]];
if (nobody && nobodyCanRead) accounts.push(['an ordinary user', nobody]);
if (nobody && !nobodyCanRead)
  process.stderr.write('skipped as ordinary user: it cannot read this checkout\n');

let parent: string;
let directory: string;
const launchers: EmbeddedLauncher[] = [];

async function start(account: Account, port?: number) {
  const started = await EmbeddedLauncher.start(directory, account, port);
  launchers.push(started.launcher);
  return started;
}

async function gone(pid: number): Promise<void> {
  expect({ pid, gone: await waitUntil(() => !isAlive(pid), LIMIT_MS) }).toEqual({ pid, gone: true });
}

describe.each(accounts)('the embedded PostgreSQL, started by %s', (_name, account) => {
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'ledger-fault-'));
    chmodSync(parent, 0o755);
    if (account.uid !== undefined && account.gid !== undefined) chownSync(parent, account.uid, account.gid);
    directory = join(parent, 'postgres');
  });
  afterEach(async () => {
    for (const launcher of launchers.splice(0)) await launcher.stop();
    rmSync(parent, { recursive: true, force: true });
  });

  it('ends with its launcher, even by kill -9, and comes back with every acknowledged row', async () => {
    const first = await start(account);
    await query(first.server.url, 'CREATE TABLE kept (a int); INSERT INTO kept VALUES (1)');
    await first.launcher.kill();
    await gone(first.server.pid);
    const second = await start(account);
    expect(await query(second.server.url, 'SELECT a FROM kept')).toEqual([{ a: 1 }]);
  });

  it('tells its launcher when the server itself is killed, and recovers at the next start', async () => {
    const first = await start(account);
    await query(first.server.url, 'CREATE TABLE kept (a int); INSERT INTO kept VALUES (2)');
    process.kill(first.server.pid, 'SIGKILL');
    expect(await first.launcher.nextLine()).toEqual({ exited: 137 });
    await first.launcher.stop();
    const second = await start(account);
    expect(await query(second.server.url, 'SELECT a FROM kept')).toEqual([{ a: 2 }]);
  });

  it('stops an orphan whose watchdog was killed as well, and starts on the same data', async () => {
    const first = await start(account);
    await query(first.server.url, 'CREATE TABLE kept (a int); INSERT INTO kept VALUES (3)');
    for (const pid of watchdogsOf(first.server.pid)) process.kill(pid, 'SIGKILL');
    await first.launcher.kill();
    expect(isAlive(first.server.pid)).toBe(true);
    const second = await start(account);
    expect(isAlive(first.server.pid)).toBe(false);
    expect(await query(second.server.url, 'SELECT a FROM kept')).toEqual([{ a: 3 }]);
  });

  it('refuses a second launcher on the same data, and names the first', async () => {
    const first = await start(account);
    await expect(start(account)).rejects.toThrow(`already in use by process ${first.launcher.pid}`);
    expect(await query(first.server.url, 'SELECT 1 AS a')).toEqual([{ a: 1 }]);
  });

  it('is not misled by process numbers that now belong to other programs', async () => {
    const first = await start(account);
    await first.launcher.kill();
    await gone(first.server.pid);
    // This very process is alive, is no server, and was not the launcher.
    writeFileSync(join(directory, 'data', 'postmaster.pid'), `${process.pid}\n${directory}/data\n`);
    writeFileSync(join(directory, 'owner'), `${process.pid} 12345`);
    const second = await start(account);
    expect(await query(second.server.url, 'SELECT 1 AS a')).toEqual([{ a: 1 }]);
  });

  it('makes the cluster anew when the first start was cut off half-way', async () => {
    mkdirSync(join(directory, 'data.new', 'base'), { recursive: true });
    writeFileSync(join(directory, 'initdb-password'), 'left behind');
    if (account.uid !== undefined && account.gid !== undefined) {
      chownSync(directory, account.uid, account.gid);
      chownSync(join(directory, 'data.new'), account.uid, account.gid);
      chownSync(join(directory, 'data.new', 'base'), account.uid, account.gid);
    }
    const { server } = await start(account);
    expect(await query(server.url, 'SHOW data_checksums')).toEqual([{ data_checksums: 'on' }]);
    expect(readdirSync(directory)).not.toContain('initdb-password');
  });

  it('says what PostgreSQL said when it cannot start', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((settle) => blocker.once('listening', settle));
    const { port } = blocker.address() as AddressInfo;
    await expect(start(account, port)).rejects.toThrow(/does not start[^]*could not bind IPv4 address/);
    blocker.close();
  });

  it('lets nobody in without the password, and keeps secret and data from other accounts', async () => {
    const { server } = await start(account);
    const wrong = server.url.replace(/:[0-9a-f]{64}@/, ':wrong@');
    await expect(query(wrong, 'SELECT 1')).rejects.toThrow('password authentication failed');
    const modes = ['secret', 'data', '.'].map((name) => {
      const listed = spawnSync('ls', ['-ld', join(directory, name)], { encoding: 'utf8' }).stdout;
      return listed.slice(4, 10);
    });
    expect(modes).toEqual(['------', '------', '------']);
  });
});

(weAreRoot ? describe : describe.skip)('the embedded PostgreSQL, started by root', () => {
  it('keeps its data elsewhere when the server’s account cannot enter the folder, and says so', async () => {
    parent = mkdtempSync(join(tmpdir(), 'ledger-fault-'));
    directory = join(parent, 'postgres');
    const first = await start({});
    expect(first.server.moved).toBe(true);
    await query(first.server.url, 'CREATE TABLE kept (a int)');
    await first.launcher.kill();
    await gone(first.server.pid);
    const second = await start({});
    expect(second.server.directory).toBe(first.server.directory);
    expect(await query(second.server.url, 'SELECT a FROM kept')).toEqual([]);
    await second.launcher.stop();
    rmSync(second.server.directory, { recursive: true });
    rmSync(parent, { recursive: true });
  });
});

/** The shells in the session of a server: the watchdog and the part of it that reads the pipe. */
function watchdogsOf(server: number): number[] {
  const fieldsOf = (pid: string): string[] => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return [
        stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
        ...stat.slice(stat.lastIndexOf(')') + 2).split(' '),
      ];
    } catch {
      return [];
    }
  };
  const group = fieldsOf(String(server))[3];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => fieldsOf(pid)[3] === group && Number(pid) !== server && fieldsOf(pid)[0] !== 'postgres')
    .map(Number);
}

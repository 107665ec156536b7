// An S3 server with enforced Object Lock for tests and trials: Ceph RGW from Debian (packages radosgw, ceph-osd,
// ceph-mon), alone on the loopback address, below a temporary directory. Prints one EVIDENCE_STORE address and runs
// until SIGTERM, SIGINT or the end of its standard input when --until-stdin-ends is given.
//   node scripts/s3-server.mjs [--disk] [--dir=DIRECTORY] [--port=PORT]
// --disk keeps objects in files below --dir, so that they outlive the server; else they lie in memory.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    disk: { type: 'boolean', default: false },
    dir: { type: 'string' },
    port: { type: 'string' },
    'until-stdin-ends': { type: 'boolean', default: false },
  },
});
const patienceMs = 60_000;
const gib = 1024 ** 3;

/** A port that is free now; the server that is told of it is started right after. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** What a first start decides and later ones keep. */
async function settingsIn(directory) {
  const file = join(directory, 'settings.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const settings = {
    cluster: randomUUID(),
    osd: randomUUID(),
    monitorPort: await freePort(),
    port: Number(options.port ?? (await freePort())),
    accessKey: randomBytes(10).toString('hex'),
    secretKey: randomBytes(20).toString('hex'),
  };
  for (const part of ['mon', 'osd', 'rgw', 'run', 'crash']) mkdirSync(join(directory, part));
  writeFileSync(file, JSON.stringify(settings), { mode: 0o600 });
  return settings;
}

// Without ms_mon_client_mode=crc the gateway hangs while it introduces itself to the monitor.
const configurationOf = (directory, { cluster, monitorPort, port }) => `[global]
fsid = ${cluster}
mon_host = v2:127.0.0.1:${monitorPort}
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
run_dir = ${directory}/run
admin_socket = ${directory}/run/$name.asok
pid_file = ${directory}/run/$name.pid
log_file = ${directory}/run/$name.log
crash_dir = ${directory}/crash
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 1
osd_pool_default_pg_autoscale_mode = off
osd_crush_chooseleaf_type = 0
mon_allow_pool_size_one = true
[mon]
mon_data = ${directory}/mon
mon_cluster_log_file = ${directory}/run/cluster.log
mon_data_avail_crit = 1
paxos_propose_interval = 0.1
[osd]
osd_data = ${directory}/osd
osd_objectstore = ${options.disk ? 'bluestore' : 'memstore'}
memstore_device_bytes = ${6 * gib}
bluestore_block_size = ${8 * gib}
osd_memory_target = ${gib}
[client.rgw]
ms_mon_client_mode = crc
rgw_data = ${directory}/rgw
rgw_frontends = beast endpoint=127.0.0.1:${port}
`;

const directory = options.dir ?? mkdtempSync(join(tmpdir(), 'evidence-s3-'));
mkdirSync(directory, { recursive: true });
const isNew = !existsSync(join(directory, 'settings.json'));
const settings = await settingsIn(directory);
const environment = { ...process.env, CEPH_CONF: join(directory, 'ceph.conf') };
writeFileSync(environment.CEPH_CONF, configurationOf(directory, settings));

const call = (program, ...args) =>
  execFileSync(program, args, { env: environment, stdio: ['ignore', 'ignore', 'pipe'], timeout: patienceMs });
const running = [];
let stopping = false;

/** Starts one of the three servers in the foreground, as a child that ends with this process's stop. */
function start(program, ...args) {
  const child = spawn(program, ['-f', ...args], { env: environment, stdio: 'ignore', detached: true });
  child.once('error', (error) => giveUp(error.message));
  child.once('exit', (code, signal) => {
    if (!stopping) giveUp(`${program} ended by itself (${code ?? signal})`);
  });
  running.unshift(child);
  // For tests that kill the servers without warning.
  writeFileSync(join(directory, 'pids.json'), JSON.stringify(running.map(({ pid }) => pid)));
}

/** Ends gateway, storage and monitor in this order; kills what does not end. */
async function stop() {
  if (stopping) return;
  stopping = true;
  for (const child of running) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) continue;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await Promise.race([ended, wait(10_000).then(() => child.kill('SIGKILL'))]);
  }
  if (!options.dir) rmSync(directory, { recursive: true, force: true });
}

function giveUp(reason) {
  console.error(`The S3 server did not start: ${reason}`);
  void stop().then(() => process.exit(1));
}

async function answers(url) {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline && !stopping) {
    const response = await fetch(url).catch(() => undefined);
    if (response) return response.arrayBuffer();
    await wait(50);
  }
  throw new Error(`no answer within ${patienceMs / 1000} s`);
}

for (const signal of ['SIGTERM', 'SIGINT'])
  process.once(signal, () => void stop().then(() => process.exit(0)));
if (options['until-stdin-ends'])
  process.stdin.resume().once('end', () => void stop().then(() => process.exit(0)));

try {
  if (isNew) {
    const map = join(directory, 'monmap');
    const address = `[v2:127.0.0.1:${settings.monitorPort}]`;
    call('monmaptool', '--create', '--fsid', settings.cluster, '--addv', 'a', address, map);
    call('ceph-mon', '--mkfs', '-i', 'a', '--monmap', map);
  }
  start('ceph-mon', '-i', 'a');
  if (isNew) {
    call('ceph', 'osd', 'new', settings.osd);
    call('ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', settings.osd);
  }
  start('ceph-osd', '-i', '0');
  if (isNew) {
    const { accessKey, secretKey } = settings;
    const keys = [`--access-key=${accessKey}`, `--secret=${secretKey}`];
    call(
      'radosgw-admin',
      '-n',
      'client.rgw',
      'user',
      'create',
      '--uid=evidence',
      '--display-name=evidence',
      ...keys,
    );
  }
  start('radosgw', '-n', 'client.rgw');
  await answers(`http://127.0.0.1:${settings.port}/`);
  const { accessKey, secretKey, port } = settings;
  console.log(`s3://${accessKey}:${secretKey}@127.0.0.1:${port}/evidence?region=us-east-1&tls=no`);
} catch (error) {
  if (!stopping) giveUp(`${error.message}\n${error.stderr ?? ''}`);
}

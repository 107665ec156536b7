// Photos through the whole compiled server against two floors in the same run: hashing and writing the same bytes to
// the same disk and, where TEST_S3_URL leads to a server, the bare minio client. Floor and server take turns, so that
// a machine that gets slower gets slower for both. Prints rates, their ratio, processor time and memory.
//   npm run bench            (after npm run build; needs nothing else running)
// The server is started by the launcher on a database and a directory of its own.
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'minio';
import { launch, seizedLot, sender } from './support/office.mjs';
import { makePhotos, named } from './support/photos.mjs';
import { cpuOf, partOf, treeOf } from './support/processes.mjs';

const turns = Number(process.env.BENCH_TURNS ?? 6);
const perTurn = 24;
const atOnce = 4;

/** Runs `work` for every item, so many at a time; gives the seconds that it took. */
async function secondsOf(items, work) {
  const waiting = [...items];
  const started = performance.now();
  const runner = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, runner));
  return (performance.now() - started) / 1000;
}

/** Hash, write, fsync, and fsync the directory: what no store can do without. */
async function writeHashed(directory, { bytes }) {
  const name = createHash('sha256').update(bytes).digest('hex');
  const file = await open(join(directory, name), 'w');
  await file.write(bytes);
  await file.sync();
  await file.close();
  const folder = await open(directory, 'r');
  await folder.sync();
  await folder.close();
}

function bareClient(address) {
  const { hostname, port, username, password: secretKey, searchParams } = new URL(address);
  return new Client({
    endPoint: hostname,
    port: Number(port),
    useSSL: searchParams.get('tls') !== 'no',
    region: searchParams.get('region') ?? 'us-east-1',
    accessKey: decodeURIComponent(username),
    secretKey: decodeURIComponent(secretKey),
  });
}

/** The same bytes as a document: what is not a photo is kept without being looked into. */
const asPaper = ({ bytes }) => named(Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes.subarray(9)]));

function memoryOf(pid) {
  const server = treeOf(pid).filter(({ command }) => ['office', 'decoding'].includes(partOf(command)));
  return Math.round(server.reduce((sum, { megabytes }) => sum + megabytes, 0));
}

/** Takes turns between a floor and the server; gives what was measured. */
async function against(floor, server, photos) {
  const { token, lot } = await seizedLot(server.url);
  const put = sender(server.url, token);
  const photo = ({ bytes, name }) => put(`/api/v1/lots/${lot}/photos/${name}?stage=seizure`, bytes);
  const paper = ({ bytes, name }) => put(`/api/v1/documents/${name}?subject=lot:${lot}&kind=bench`, bytes);
  const [first, ...rest] = photos;
  await secondsOf(first, floor);
  await secondsOf(first, photo);
  await secondsOf(first.map(asPaper), paper);
  const memory = [memoryOf(server.pid)];
  const took = { floor: 0, photos: 0, papers: 0 };
  const ratios = [];
  const cpu = {};
  for (const some of rest) {
    const papers = some.map(asPaper);
    const floorSeconds = await secondsOf(some, floor);
    const before = cpuOf(server.pid);
    const seconds = await secondsOf(some, photo);
    for (const [part, ms] of Object.entries(cpuOf(server.pid))) {
      cpu[part] = (cpu[part] ?? 0) + ms - (before[part] ?? 0);
    }
    memory.push(memoryOf(server.pid));
    took.papers += await secondsOf(papers, paper);
    took.floor += floorSeconds;
    took.photos += seconds;
    ratios.push(floorSeconds / seconds);
  }
  return { took, ratios, cpu, memory, bytes: rest.flat().reduce((sum, { bytes }) => sum + bytes.length, 0) };
}

function say(what, { took, ratios, cpu, memory, bytes }) {
  const rate = (seconds) => `${(bytes / 1e6 / seconds).toFixed(0)} MB/s`;
  const ratio = (seconds) => (took.floor / seconds).toFixed(2);
  const count = turns * perTurn;
  const used = Object.entries(cpu).map(([part, ms]) => `${part} ${(ms / count).toFixed(1)}`);
  console.log(`${what}: floor ${rate(took.floor)}`);
  console.log(`  photos ${rate(took.photos)}: ratio ${ratio(took.photos)} (turns ${shown(ratios)})`);
  console.log(`  documents ${rate(took.papers)}: ratio ${ratio(took.papers)}`);
  console.log(`  processor time, ms a photo: ${used.join(', ')}`);
  console.log(`  memory of the server and its decoders, MB after each turn: ${memory.join(' ')}`);
}

const shown = (ratios) =>
  [...ratios]
    .sort((a, b) => a - b)
    .map((one) => one.toFixed(2))
    .join(' ');

async function measured(what, { floor, directory, store }) {
  const photos = [];
  for (let i = 0; i <= turns; i += 1) photos.push(await makePhotos(perTurn));
  const server = await launch(directory, store);
  try {
    say(what, await against(floor, server, photos));
  } finally {
    await server.stop();
  }
}

const work = await mkdtemp(join(tmpdir(), 'bench-'));
try {
  console.log(`${turns} turns of ${perTurn} photos of 12 megapixels, about 3.7 MB, ${atOnce} at once`);
  await mkdir(join(work, 'floor'));
  const write = (one) => writeHashed(join(work, 'floor'), one);
  await measured('filesystem', { floor: write, directory: join(work, 'fs') });
  const address = process.env.TEST_S3_URL;
  if (address) {
    const client = bareClient(address);
    const bucket = `bench${randomBytes(6).toString('hex')}`;
    await client.makeBucket(bucket);
    const store = new URL(address);
    store.pathname = `/${bucket}-stack`;
    const floor = ({ bytes, name }) => client.putObject(bucket, name, bytes, bytes.length);
    await measured('S3', { floor, directory: join(work, 's3'), store: store.href });
  } else {
    console.log('S3: not measured; set TEST_S3_URL to what scripts/s3-server.mjs prints.');
  }
} finally {
  await rm(work, { recursive: true, force: true });
}

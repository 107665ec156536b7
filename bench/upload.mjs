// Photos through the whole compiled server against two floors in the same run: hashing and writing the same bytes to
// the same disk and, where TEST_S3_URL leads to a server, the bare minio client. Prints rates, ratios and memory.
//   npm run bench            (after npm run build; needs nothing else running)
// The server is started by the launcher on a database and a directory of its own.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'minio';
import sharp from 'sharp';

const root = fileURLToPath(new URL('..', import.meta.url));
const photos = 40;
const atOnce = 4;
sharp.concurrency(1);
sharp.cache(false);
const password = 'demo-Only-7421';

/** Runs `work` for every item, so many at a time; gives MB/s. */
async function rate(items, work) {
  const waiting = [...items];
  const started = performance.now();
  const runner = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, runner));
  const bytes = items.reduce((sum, { length }) => sum + length, 0);
  return bytes / 1e6 / ((performance.now() - started) / 1000);
}

/** The rate of `write` alone, and with the decoding that each photo needs. */
async function floors(items, write) {
  return {
    bare: await rate(items, write),
    withView: await rate(items, async (one) => {
      await decoded(one);
      await write(one);
    }),
  };
}

/** Photos as phones make them: about 2 MB of JPEG that does not compress further. */
async function makePhotos() {
  const made = [];
  for (let i = 0; i < photos; i += 1) {
    const noise = { width: 2000, height: 1500, channels: 3 };
    const pixels = randomBytes(noise.width * noise.height * 3);
    made.push(await sharp(pixels, { raw: noise }).blur(0.6).jpeg({ quality: 90 }).toBuffer());
  }
  return made;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** Hash, write, fsync, and fsync the directory: what no store can do without. */
async function writeHashed(directory, bytes) {
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

/** Starts everything below `directory`; gives the office's address and how to end it. */
async function launch(directory, store) {
  const [OFFICE_PORT, PUBLIC_PORT] = [String(await freePort()), String(await freePort())];
  const settings = { DATA_DIR: directory, OFFICE_PORT, PUBLIC_PORT, LOG_LEVEL: 'error' };
  const env = { ...process.env, ...settings, ...(store && { EVIDENCE_STORE: store }) };
  const child = spawn(process.execPath, ['dist/apps/cli/src/launch.js'], { cwd: root, env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${OFFICE_PORT}`;
  while (!(await fetch(`${url}/health/ready`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error('The launcher ended; run `npm run build` first.');
    await wait(200);
  }
  const stop = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { url, pid: child.pid, stop };
}

async function ask(url, path, body, token) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  const parsed = await answer.json();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(parsed)}`);
  return parsed;
}

async function signIn(url, username) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask(url, '/api/v1/sessions', { username, password });
    } catch (error) {
      // The demonstration's people come a moment after the server.
      if (tries > 100) throw error;
      await wait(300);
    }
  }
}

async function uploader(url) {
  const [first, second] = [await signIn(url, 'tb.officer1'), await signIn(url, 'tb.officer2')];
  const seizure = await ask(
    url,
    '/api/v1/seizures',
    {
      caseNumber: '测速〔2026〕1号',
      measure: 'seizure',
      legalBasis: '《烟草专卖法实施条例》第四十九条',
      happened: new Date(Date.now() - 3_600_000).toISOString(),
      place: '测速',
      officers: [first.person.id, second.person.id],
      lots: [{ category: 'cigarettes', description: '测速', quantity: { amount: '1', unit: 'cig-carton' } }],
    },
    first.token,
  );
  const { id } = seizure.lots[0];
  return async (bytes) => {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const isPhoto = bytes[0] === 0xff;
    const path = isPhoto
      ? `/api/v1/lots/${id}/photos/${hash}?stage=seizure`
      : `/api/v1/documents/${hash}?subject=lot:${id}&kind=bench`;
    const headers = { authorization: `Bearer ${first.token}` };
    const answer = await fetch(url + path, { method: 'PUT', headers, body: bytes });
    if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  };
}

/** Peak memory in MB of the launcher's child whose command line names `part`. */
async function peakOf(parent, part) {
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    if (stat.split(') ')[1]?.split(' ')[1] !== String(parent)) continue;
    if (!(await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes(part)) continue;
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)[1]) / 1000);
  }
  return NaN;
}

async function through(directory, store, bytes) {
  const server = await launch(directory, store);
  try {
    const put = await uploader(server.url);
    for (const one of bytes.slice(0, 4)) await put(one);
    const warm = await peakOf(server.pid, 'office');
    const measured = await rate(bytes.slice(4), put);
    const papers = await rate(bytes.slice(4).map(asPaper), put);
    return { measured, papers, warm, peak: await peakOf(server.pid, 'office') };
  } finally {
    await server.stop();
  }
}

/** The same bytes as a document: what is not a photo is kept without being decoded. */
function asPaper(photo) {
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), photo.subarray(9)]);
}

/** What the view of a photo costs by itself: decoded and encoded again, as the server does for each. */
function decoded(bytes) {
  return sharp(bytes).autoOrient().resize(2048, 2048, { fit: 'inside' }).jpeg({ quality: 82 }).toBuffer();
}

function say(what, { bare, withView }, { measured, papers, warm, peak }) {
  const ratio = (one, floor) =>
    `${one.toFixed(1)} MB/s, floor ${floor.toFixed(1)}: ratio ${(one / floor).toFixed(2)}`;
  console.log(`${what}`);
  console.log(`  documents against bare writing: ${ratio(papers, bare)}`);
  console.log(`  photos against bare writing: ${ratio(measured, bare)}`);
  console.log(`  photos against decoding and bare writing: ${ratio(measured, withView)}`);
  console.log(`  server memory: ${warm} MB after 4 photos, ${peak} MB at most`);
}

const work = await mkdtemp(join(tmpdir(), 'bench-'));
try {
  const bytes = await makePhotos();
  const size = bytes.reduce((sum, { length }) => sum + length, 0) / bytes.length / 1e6;
  console.log(`${photos} photos of ${size.toFixed(1)} MB, ${atOnce} at once`);
  await mkdir(join(work, 'floor'));
  const write = (one) => writeHashed(join(work, 'floor'), one);
  const disk = await floors(bytes.slice(4), write);
  say('filesystem', disk, await through(join(work, 'fs'), undefined, bytes));
  const address = process.env.TEST_S3_URL;
  if (address) {
    const client = bareClient(address);
    const bucket = `bench${randomBytes(6).toString('hex')}`;
    await client.makeBucket(bucket);
    const bare = await floors(bytes.slice(4), (one) => {
      const name = createHash('sha256').update(one).digest('hex');
      return client.putObject(bucket, name, one, one.length);
    });
    const store = new URL(address);
    store.pathname = `/${bucket}-stack`;
    say('S3', bare, await through(join(work, 's3'), store.href, bytes));
  } else {
    console.log('S3: not measured; set TEST_S3_URL to what scripts/s3-server.mjs prints.');
  }
} finally {
  await rm(work, { recursive: true, force: true });
}

import { FilesystemStore, type EvidenceStore, type Probe } from '#evidence';
import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'minio';
import { describeS3, makeS3, type S3UnderTest } from '../support/s3.js';

const file = join(__dirname, '../../docs/evidence-stores.md');
const columns = ['Filesystem', 'Ceph RGW', 'MinIO'] as const;
type Column = (typeof columns)[number];

/** What is measured of a store. The rows of the table, in their order. */
const rows = [
  'Reading an object in which a bit was flipped',
  'Write-once protection',
  'Deleting a locked certificate',
  'Deleting it among many',
  'Deleting it with the right to override',
  'Shortening its retention',
  'COMPLIANCE to GOVERNANCE',
  'Writing over an object',
  'Deleting a photo',
  'Deleting a photo with the right to override',
  'Deleting a photo under legal hold',
  'Sending bytes under a wrong SHA-256',
  'Sending bytes under a wrong MD5',
  '`If-None-Match: *` for a name that exists',
] as const;
type Row = (typeof rows)[number];
type Measured = Record<Row, string>;

const words = `# What each store of evidence guarantees

Measured by \`test/golden/evidence-stores.golden.spec.ts\` on running servers, with the store's own credentials; a
column stays as it is where a machine lacks the server. Codes are the server's. \`UPDATE_GOLDEN=1\` writes this file.

Integrity rests on none of this: the hash in the ledger decides, and every read checks it. A lock binds S3 clients, not
whoever operates the server or owns its disks. The status page says what the probe found last on the store in use.
`;

describe('docs/evidence-stores.md', () => {
  it('tells what the filesystem store does', async () => {
    const root = await mkdtemp(join(tmpdir(), 'stores-'));
    await compare('Filesystem', await measuredOnDisk(root));
    await rm(root, { recursive: true });
  });
});

describeS3('docs/evidence-stores.md', ({ name, url }) => {
  it('tells what the server does', async () => {
    const under = await makeS3(url);
    await compare(name, await measuredInS3(under));
    await under.close();
  });
});

async function measuredOnDisk(root: string): Promise<Measured> {
  const store: EvidenceStore = new FilesystemStore(root);
  const spoilt = await store.putBytes(randomBytes(1100));
  const path = join(root, 'objects', spoilt.slice(0, 2), spoilt.slice(2, 4), spoilt);
  await chmod(path, 0o644);
  await writeFile(path, randomBytes(1100));
  const { doubt } = await store.probe();
  const sha256 = await store.putBytes(randomBytes(100));
  const second = await outcome(() => store.putBytes(randomBytes(100)));
  const held = await store.hold(sha256, true);
  const removed = await store.remove(sha256);
  const none = Object.fromEntries(rows.map((row) => [row, 'no lock'])) as Measured;
  return {
    ...none,
    'Reading an object in which a bit was flipped': await outcome(() => store.read(spoilt)),
    'Write-once protection': `not proven: ${doubt}`,
    'Writing over an object': second === 'possible' ? 'never by the system' : second,
    'Deleting a photo': removed ? 'possible' : 'refused',
    'Deleting a photo under legal hold': held ? 'refused' : 'no hold',
    'Sending bytes under a wrong SHA-256': 'refused (photo.wrong-hash)',
    'Sending bytes under a wrong MD5': 'not used',
    '`If-None-Match: *` for a name that exists': 'not used',
  };
}

async function measuredInS3({ store, client, bucket, spoil }: S3UnderTest): Promise<Measured> {
  const spoilt = await store.putBytes(randomBytes(1100));
  await spoil(spoilt);
  const probe = await store.probe();
  const strict = `${bucket}-certificates`;
  const certificate = await store.putBytes(randomBytes(100), 'certificate');
  const photo = await store.putBytes(randomBytes(100));
  const drop = (home: string, key: string, versionId: string, governanceBypass: boolean) =>
    outcome(() => client.removeObject(home, key, { versionId, governanceBypass }));
  const versionOf = async (home: string, key: string) => (await client.statObject(home, key)).versionId!;
  const [sealed, taken] = [await versionOf(strict, certificate), await versionOf(bucket, photo)];
  const plain = await drop(bucket, photo, taken, false);
  await store.hold(photo, true);
  const held = await drop(bucket, photo, taken, true);
  await store.hold(photo, false);
  return {
    'Reading an object in which a bit was flipped': await outcome(() => store.read(spoilt)),
    'Write-once protection': probe.doubt ? `not proven: ${probe.doubt}` : 'proven',
    'Deleting a locked certificate': said(probe, strict, 'delete'),
    'Deleting it among many': said(probe, strict, 'multi-delete'),
    'Deleting it with the right to override': await drop(strict, certificate, sealed, true),
    'Shortening its retention': said(probe, strict, 'shorten'),
    'COMPLIANCE to GOVERNANCE': said(probe, strict, 'downgrade'),
    'Writing over an object': said(probe, strict, 'overwrite'),
    'Deleting a photo': plain,
    'Deleting a photo under legal hold': held,
    'Deleting a photo with the right to override': await drop(bucket, photo, taken, true),
    'Sending bytes under a wrong SHA-256': await send(client, bucket, { sha256: '0'.repeat(64) }),
    'Sending bytes under a wrong MD5': await send(client, bucket, {
      headers: { 'content-md5': createHash('md5').update('other').digest('base64') },
    }),
    '`If-None-Match: *` for a name that exists': await send(client, bucket, {
      headers: { 'if-none-match': '*' },
    }),
  };
}

function said({ steps }: Probe, place: string, attempt: string): string {
  const step = steps.find((each) => each.place === place && each.attempt === attempt)!;
  if (attempt === 'overwrite') return step.held ? 'the retained version stays and is read' : step.answer;
  return step.held ? `refused (${step.answer})` : step.answer;
}

/** Sends a second body under a name that exists. */
async function send(
  client: Client,
  bucket: string,
  { sha256, headers = {} }: { sha256?: string; headers?: Record<string, string> },
): Promise<string> {
  const bytes = Buffer.from('bytes');
  await client.putObject(bucket, 'again', bytes, bytes.length);
  return outcome(async () => {
    const hash = sha256 ?? createHash('sha256').update(bytes).digest('hex');
    const target = { method: 'PUT', bucketName: bucket, objectName: 'again' };
    const all = { 'content-length': String(bytes.length), ...headers };
    const answer = await client.makeRequestStreamAsync(
      { ...target, headers: all },
      bytes,
      hash,
      [200],
      'us-east-1',
    );
    answer.resume();
  });
}

async function outcome(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'possible';
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === undefined) throw error;
    return `refused (${code})`;
  }
}

/** Compares one column with the page; with UPDATE_GOLDEN=1 writes it. */
async function compare(column: Column, measured: Measured): Promise<void> {
  const table = tableIn(await readFile(file, 'utf8').catch(() => ''));
  if (process.env['UPDATE_GOLDEN'] === '1') {
    await writeFile(file, pageOf({ ...table, [column]: measured }));
    return;
  }
  expect(table[column]).toEqual(measured);
}

type Table = Partial<Record<Column, Partial<Measured>>>;

function tableIn(page: string): Table {
  const cells = page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  return Object.fromEntries(
    columns.map((column, i) => [
      column,
      Object.fromEntries(cells.slice(2).map((line) => [line[0], line[i + 1] ?? ''])),
    ]),
  );
}

function pageOf(table: Table): string {
  const lines = [
    ['', ...columns],
    ['---', ...columns.map(() => '---')],
    ...rows.map((row) => [row, ...columns.map((column) => table[column]?.[row] ?? 'not measured')]),
  ];
  const widths = ['', ...columns].map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  const drawn = lines.map(
    (line) =>
      `| ${line.map((cell, i) => (cell === '---' ? '-'.repeat(widths[i]!) : cell.padEnd(widths[i]!))).join(' | ')} |`,
  );
  return `${words}\n${drawn.join('\n')}\n`;
}

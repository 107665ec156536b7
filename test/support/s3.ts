import { openEvidenceStore, type EvidenceStore } from '#evidence';
import { newId, type Sha256 } from '#kernel';
import { Client } from 'minio';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoreUnderTest } from '../contract/evidence-store.contract.js';
import { describeUnlessMissing } from './tools.js';

/** Servers under test: an EVIDENCE_STORE address each; the bucket's name is replaced by one of the test's own. */
const variables = { 'Ceph RGW': 'TEST_S3_URL', MinIO: 'TEST_MINIO_URL' } as const;
export type ServerName = keyof typeof variables;

/** A bucket of the test's own on a real server. */
export interface S3UnderTest extends StoreUnderTest {
  /** The EVIDENCE_STORE address, with credentials. */
  readonly address: string;
  readonly bucket: string;
  /** A bare client of the same server with the same credentials. */
  readonly client: Client;
}

/** The bare client of an EVIDENCE_STORE address. */
export function clientOf(address: string): Client {
  const { hostname, port, username, password, searchParams } = new URL(address);
  return new Client({
    endPoint: hostname,
    port: Number(port),
    useSSL: searchParams.get('tls') !== 'no',
    region: searchParams.get('region') ?? 'us-east-1',
    accessKey: decodeURIComponent(username),
    secretKey: decodeURIComponent(password),
  });
}

/** All versions of all objects in a bucket. */
export async function versionsIn(
  client: Client,
  bucket: string,
  prefix = '',
): Promise<{ name: string; versionId: string; isDeleteMarker?: boolean }[]> {
  const found = [];
  for await (const each of client.listObjects(bucket, prefix, true, { IncludeVersion: true }))
    found.push(each);
  return found as never;
}

/** An address of a new bucket on the server that `address` leads to. */
export function ownBucket(address: string): { address: string; bucket: string } {
  const url = new URL(address);
  const bucket = `t${randomBytes(8).toString('hex')}`;
  url.pathname = `/${bucket}`;
  return { address: url.href, bucket };
}

/** Two clients of a new pair of buckets. */
export async function makeS3(server: string): Promise<S3UnderTest> {
  const { address, bucket } = ownBucket(server);
  const folder = await mkdtemp(join(tmpdir(), 'evidence-s3-'));
  const open = (): EvidenceStore =>
    openEvidenceStore({ store: address, dataDirectory: join(folder, newId()) });
  const store = open();
  const again = open();
  const client = clientOf(address);
  const lose = async (sha256: Sha256): Promise<void> => {
    for (const { name, versionId } of await versionsIn(client, bucket, sha256)) {
      await client.removeObject(bucket, name, { versionId, governanceBypass: true });
    }
  };
  return {
    store,
    again,
    address,
    bucket,
    client,
    objects: async () => {
      const names = new Set((await versionsIn(client, bucket).catch(() => [])).map(({ name }) => name));
      return [...names];
    },
    quarantined: async () => {
      const found = await readdir(folder, { recursive: true, withFileTypes: true });
      return found.filter((one) => one.isFile()).length;
    },
    spoil: async (sha256) => {
      const bytes = await store.read(sha256);
      bytes[1000]! ^= 1;
      await lose(sha256);
      await client.putObject(bucket, sha256, bytes, bytes.length);
    },
    lose,
    close: async () => {
      store.close();
      again.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The same tests on every real S3 server that there is. RGW is the one that continuous integration starts. MinIO is in
 * no package source of Debian or npm: where TEST_MINIO_URL leads to one, the group runs on it too.
 */
export function describeS3(title: string, tests: (server: { name: ServerName; url: string }) => void): void {
  const rgw = process.env[variables['Ceph RGW']] ?? '';
  describeUnlessMissing(
    rgw === '' ? ['TEST_S3_URL (printed by scripts/s3-server.mjs)'] : [],
    `${title}: Ceph RGW`,
    () => tests({ name: 'Ceph RGW', url: rgw }),
  );
  const minio = process.env[variables.MinIO] ?? '';
  if (minio !== '') describe(`${title}: MinIO`, () => tests({ name: 'MinIO', url: minio }));
}

import { FilesystemStore } from '#evidence';
import type { Sha256 } from '#kernel';
import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeEvidenceStore, type StoreUnderTest } from './evidence-store.contract.js';

const pathOf = (root: string, sha256: Sha256): string =>
  join(root, 'objects', sha256.slice(0, 2), sha256.slice(2, 4), sha256);

async function filesBelow(directory: string): Promise<string[]> {
  const found = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((one) => one.isFile()).map(({ name }) => name);
}

async function filesystem(): Promise<StoreUnderTest> {
  const root = await mkdtemp(join(tmpdir(), 'evidence-'));
  return {
    store: new FilesystemStore(root),
    again: new FilesystemStore(root),
    objects: () => filesBelow(join(root, 'objects')),
    quarantined: async () => (await filesBelow(join(root, 'quarantine'))).length,
    spoil: async (sha256) => {
      const path = pathOf(root, sha256);
      const bytes = await readFile(path);
      bytes[1000]! ^= 1;
      await chmod(path, 0o644);
      await writeFile(path, bytes);
    },
    lose: (sha256) => rm(pathOf(root, sha256)),
    close: () => rm(root, { recursive: true, force: true }),
  };
}

describeEvidenceStore('filesystem', filesystem);

describe('filesystem store', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'evidence-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('keeps objects read-only, and never writes over one', async () => {
    const store = new FilesystemStore(root);
    const bytes = randomBytes(100);
    const path = pathOf(root, await store.putBytes(bytes));
    const first = await stat(path);
    expect(first.mode & 0o777).toBe(0o444);
    await store.putBytes(bytes);
    const second = await stat(path);
    expect([second.ino, second.mtimeMs]).toEqual([first.ino, first.mtimeMs]);
  });

  it('takes 200 MB in small pieces in constant memory', async () => {
    const store = new FilesystemStore(root);
    const piece = randomBytes(1_048_576);
    const count = 200;
    const hash = createHash('sha256');
    for (let i = 0; i < count; i += 1) hash.update(piece);
    const sha256 = hash.digest('hex') as Sha256;
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < count; i += 1) {
        most = Math.max(most, process.memoryUsage().arrayBuffers);
        yield Buffer.from(piece);
      }
    }
    const limit = count * piece.length;
    await store.keep(await store.receive(pieces(), { sha256, limit, kind: 'photo' }));
    expect(await store.stat(sha256)).toEqual({ size: limit });
    expect(most - before).toBeLessThan(limit / 2);
  });
});

import { randomBytes } from 'node:crypto';
import { mkdtemp, open, readFile, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WriteBehind } from './write-behind.js';

describe('writing behind the hashing', () => {
  let directory: string;
  let path: string;
  let file: FileHandle;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'behind-'));
    path = join(directory, 'file');
    file = await open(path, 'wx');
  });
  afterEach(async () => {
    await file.close().catch(() => undefined);
    await rm(directory, { recursive: true });
  });

  it.each([1, 1000, 524_287, 524_288, 524_289, 1_500_000])(
    'writes every byte in order, in chunks of %i',
    async (size) => {
      const bytes = randomBytes(Math.min(2_000_000, size * 3 + 1));
      const behind = new WriteBehind(file);
      for (let at = 0; at < bytes.length; at += size) await behind.write(bytes.subarray(at, at + size));
      await behind.end();
      expect(await readFile(path)).toEqual(bytes);
    },
  );

  it('lets the owner of a chunk use it again at once', async () => {
    const chunk = Buffer.alloc(400_000);
    const behind = new WriteBehind(file);
    for (const value of [1, 2, 3, 4]) await behind.write(chunk.fill(value));
    chunk.fill(9);
    await behind.end();
    const written = await readFile(path);
    expect([0, 1, 2, 3].map((i) => written[i * 400_000 + 399_999])).toEqual([1, 2, 3, 4]);
  });

  it('tells of a write that failed', async () => {
    const behind = new WriteBehind(file);
    await file.close();
    await behind.write(Buffer.alloc(10));
    await expect(behind.end()).rejects.toThrow();
    await behind.settle();
  });
});

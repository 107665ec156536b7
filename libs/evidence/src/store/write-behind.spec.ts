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

  it('goes on where the system took fewer bytes than it was given', async () => {
    const bytes = randomBytes(1_300_000);
    const writev = file.writev.bind(file);
    // A disk that takes a third of what it is given.
    Object.assign(file, {
      writev: (chunks: Uint8Array[]) => {
        const all = Buffer.concat(chunks);
        return writev([all.subarray(0, Math.ceil(all.length / 3))]);
      },
    });
    const behind = new WriteBehind(file);
    for (let at = 0; at < bytes.length; at += 70_000) await behind.write(bytes.subarray(at, at + 70_000));
    await behind.end();
    expect(await readFile(path)).toEqual(bytes);
  });

  it('tells of a write that failed', async () => {
    const behind = new WriteBehind(file);
    await file.close();
    await behind.write(Buffer.alloc(10));
    await expect(behind.end()).rejects.toThrow();
    await behind.settle();
  });
});

import { FilesystemStore } from '#evidence';
import type { Sha256 } from '#kernel';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateObjects } from './migrate-objects.js';

describe('carrying evidence to another store', () => {
  let root: string;
  let from: FilesystemStore;
  let to: FilesystemStore;
  let objects: Sha256[];
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'migration-'));
    from = new FilesystemStore(join(root, 'from'));
    to = new FilesystemStore(join(root, 'to'));
    objects = [];
    for (let i = 0; i < 5; i += 1) objects.push(await from.putBytes(randomBytes(1000 + i)));
    objects.sort();
  });
  afterEach(() => rm(root, { recursive: true }));

  const pathIn = (store: string, sha256: Sha256) =>
    join(root, store, 'objects', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const spoil = async (store: string, sha256: Sha256) => {
    const bytes = await readFile(pathIn(store, sha256));
    bytes[7]! ^= 1;
    await chmod(pathIn(store, sha256), 0o644);
    await writeFile(pathIn(store, sha256), bytes);
  };
  const migrate = (after?: Sha256) =>
    migrateObjects({ from, to, kindOf: () => 'evidence', ...(after !== undefined && { after }) });

  it('brings every byte, and may be repeated', async () => {
    const first = await migrate();
    expect(first).toEqual({ objects: 5, bytes: 5010, damaged: [] });
    expect(await migrate()).toEqual(first);
    for (const sha256 of objects) expect(await to.read(sha256)).toEqual(await from.read(sha256));
  });

  it('goes on behind the last object of an interrupted run', async () => {
    expect((await migrate(objects[2])).objects).toBe(2);
    expect(await to.has(objects[2]!)).toBe(false);
    expect(await to.has(objects[3]!)).toBe(true);
  });

  it('names what is damaged instead of carrying it, and mends what arrived wrong', async () => {
    await spoil('from', objects[1]!);
    expect(await migrate()).toMatchObject({ objects: 4, damaged: [objects[1]] });
    expect(await to.has(objects[1]!)).toBe(false);
    await spoil('to', objects[4]!);
    await migrate();
    expect(await to.read(objects[4]!)).toEqual(await from.read(objects[4]!));
  });
});

import { sha256Hex } from '#kernel';
import { rootOf } from '../tree/frontier.js';
import { fromHex, toHex } from '../tree/hashes.js';
import { hashFromTile, tileSliceOf, widthOfTile } from './tile-geometry.js';
import { parseTilePath, tilePath } from './tile-path.js';

const leaves = Array.from({ length: 600 }, (_, seq) => fromHex(sha256Hex(String(seq)))!);

describe('tiles (C2SP tlog-tiles)', () => {
  it('cut a tree of 70,000 leaves as the specification tells', () => {
    const width = (level: number, index: number): number => widthOfTile({ level, index }, 70_000);
    expect([width(0, 0), width(0, 272), width(0, 273), width(0, 274)]).toEqual([256, 256, 112, 0]);
    expect([width(1, 0), width(1, 1), width(1, 2)]).toEqual([256, 17, 0]);
    expect([width(2, 0), width(2, 1), width(3, 0)]).toEqual([1, 0, 0]);
  });

  it('of a tree of 256 leaves are a full one and one of width 1 above it', () => {
    expect([widthOfTile({ level: 0, index: 0 }, 256), widthOfTile({ level: 1, index: 0 }, 256)]).toEqual([
      256, 1,
    ]);
    expect([widthOfTile({ level: 0, index: 0 }, 0), widthOfTile({ level: 1, index: 0 }, 255)]).toEqual([
      0, 0,
    ]);
  });

  it.each([
    [
      { level: 0, index: 0 },
      { level: 0, index: 0, from: 0, to: 1 },
    ],
    [
      { level: 0, index: 257 },
      { level: 0, index: 1, from: 1, to: 2 },
    ],
    [
      { level: 7, index: 3 },
      { level: 0, index: 1, from: 128, to: 256 },
    ],
    [
      { level: 8, index: 3 },
      { level: 1, index: 0, from: 3, to: 4 },
    ],
    [
      { level: 10, index: 65 },
      { level: 1, index: 1, from: 4, to: 8 },
    ],
    [
      { level: 40, index: 1000 },
      { level: 5, index: 3, from: 232, to: 233 },
    ],
  ])('hold node %j at %j', (node, slice) => {
    expect(tileSliceOf(node)).toEqual(slice);
  });

  it('give the hash of every complete subtree, the last ones from a partial tile', () => {
    for (let level = 0; level < 8; level += 1) {
      const span = 2 ** level;
      for (let index = 0; (index + 1) * span <= leaves.length; index += 1) {
        const slice = tileSliceOf({ level, index });
        const tile = Buffer.concat(leaves.slice(slice.index * 256, (slice.index + 1) * 256));
        const expected = toHex(rootOf(leaves.slice(index * span, (index + 1) * span)));
        expect(toHex(hashFromTile(slice, tile))).toBe(expected);
      }
    }
  });

  it('that are too narrow or cut are refused', () => {
    const slice = tileSliceOf({ level: 1, index: 1 });
    expect(() => hashFromTile(slice, Buffer.alloc(3 * 32))).toThrow(RangeError);
    expect(() => hashFromTile(slice, Buffer.alloc(4 * 32 + 1))).toThrow(RangeError);
    const leaf = tileSliceOf({ level: 0, index: 3 });
    expect(() => hashFromTile(leaf, Buffer.alloc(3 * 32))).toThrow(RangeError);
  });
});

describe('address of a tile', () => {
  it.each([
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 0, index: 0, width: 1 }, 'tile/0/000.p/1'],
    [{ level: 1, index: 999, width: 17 }, 'tile/1/999.p/17'],
    [{ level: 63, index: 1000, width: 255 }, 'tile/63/x001/000.p/255'],
    [{ level: 2, index: Number.MAX_SAFE_INTEGER, width: 256 }, 'tile/2/x009/x007/x199/x254/x740/991'],
  ])('%j is %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it.each([
    '',
    'tile/0',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/0',
    'tile/0/0000',
    'tile/0/001/000',
    'tile/0/x000/001',
    'tile/0/x001/x000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/257',
    'tile/0/000.p/01',
    'tile/0/000.p',
    'tile/0/000/',
    '/tile/0/000',
    'tile/0/000\n',
    'tile/0/../../etc/passwd',
    'tile/entries/000',
    'tile/0/٠٠٠',
    'tile/0/x009/x007/x199/x254/x740/992',
    `tile/0/${'x999/'.repeat(100)}999`,
  ])('is never %j', (path) => {
    expect(parseTilePath(path)).toBeUndefined();
  });
});

import { appendLeaf, emptyTree, rootOf, rootOfFrontier } from './frontier.js';
import type { Tree } from './frontier.js';
import { emptyRoot, fromHex, leafHash, nodeHash, toHex } from './hashes.js';
import reference from './reference-tree.vectors.json' with { type: 'json' };

const leaves = reference.leaves.map((hex) => leafHash(Buffer.from(hex, 'hex')));

describe('tree (RFC 9162, section 2.1.1)', () => {
  it('has the published root at every size of the reference tree', () => {
    const roots = reference.roots.map((_, size) => toHex(rootOf(leaves.slice(0, size))));
    expect(roots).toEqual(reference.roots);
  });

  it('keeps leaves and nodes apart: two hashes as a leaf are not their node', () => {
    const [left, right] = [leaves[0]!, leaves[1]!];
    expect(toHex(leafHash(Buffer.concat([left, right])))).not.toBe(toHex(nodeHash(left, right)));
  });

  it('hashes a node from two digests only', () => {
    expect(() => nodeHash(leaves[0]!, leaves[1]!.subarray(1))).toThrow(RangeError);
    expect(() => nodeHash(leaves[0]!.subarray(1), leaves[1]!)).toThrow(RangeError);
  });

  it('reads hashes only from 64 lower-case hex digits', () => {
    expect(fromHex(toHex(emptyRoot))).toEqual(emptyRoot);
    for (const bad of [
      '',
      'AB'.repeat(32),
      'ab'.repeat(31),
      `${'ab'.repeat(32)}\n`,
      'zz'.repeat(32),
      7,
      null,
    ]) {
      expect(fromHex(bad)).toBeUndefined();
    }
  });
});

describe('right edge', () => {
  it('completes the leaf, then every subtree that ends with it', () => {
    let tree: Tree = emptyTree;
    const completed: string[][] = [];
    for (const leaf of leaves) {
      const next = appendLeaf(tree, leaf);
      completed.push(next.completed.map(({ level, index }) => `${String(level)}/${String(index)}`));
      tree = next;
    }
    expect(completed).toEqual([
      ['0/0'],
      ['0/1', '1/0'],
      ['0/2'],
      ['0/3', '1/1', '2/0'],
      ['0/4'],
      ['0/5', '1/2'],
      ['0/6'],
      ['0/7', '1/3', '2/1', '3/0'],
    ]);
    expect(tree.frontier.map(toHex)).toEqual([reference.roots[8]!]);
  });

  it('leaves the tree that it was given as it was', () => {
    const one = appendLeaf(emptyTree, leaves[0]!);
    appendLeaf(one, leaves[1]!);
    expect([emptyTree.frontier.length, one.frontier.length]).toEqual([0, 1]);
  });

  it('is refused with a size that it does not belong to', () => {
    expect(() => rootOfFrontier(2, [leaves[0]!, leaves[1]!])).toThrow(RangeError);
    expect(() => rootOfFrontier(1, [])).toThrow(RangeError);
    expect(() => rootOfFrontier(-1, [])).toThrow(RangeError);
    expect(() => rootOfFrontier(0.5, [])).toThrow(RangeError);
    expect(() => appendLeaf({ size: 3, frontier: [leaves[0]!] }, leaves[1]!)).toThrow(RangeError);
  });
});

import fc from 'fast-check';
import { sha256Hex } from '#kernel';
import {
  appendLeaf,
  composePath,
  emptyTree,
  hashFromTile,
  leafHash,
  nodeHash,
  emptyRoot,
  parseTilePath,
  planConsistency,
  planInclusion,
  rootOf,
  rootOfFrontier,
  tilePath,
  tileSliceOf,
  toHex,
  verifyConsistency,
  verifyInclusion,
  widthOfTile,
} from '#merkle';
import type { Hash, NodeId, ProofPlan, Tree } from '#merkle';

const largest = 300;
const leaves: readonly Hash[] = Array.from({ length: largest }, (_, seq) =>
  leafHash(Buffer.from(String(seq))),
);

/** The definition of RFC 9162, section 2.1.1, word by word: slow, recursive, and written apart from the code. */
function definedRoot(hashes: readonly Hash[]): Hash {
  if (hashes.length === 0) return emptyRoot;
  if (hashes.length === 1) return hashes[0]!;
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return nodeHash(definedRoot(hashes.slice(0, k)), definedRoot(hashes.slice(k)));
}

function read({ level, index }: NodeId): Hash {
  return definedRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));
}
const roots = Array.from({ length: largest + 1 }, (_, size) => toHex(definedRoot(leaves.slice(0, size))));
const hexPath = (plan: ProofPlan): string[] => composePath(plan, plan.nodes.map(read)).map(toHex);

const seqAndSize = fc
  .integer({ min: 1, max: largest })
  .chain((size) => fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.constant(size)));
const fromAndTo = fc
  .integer({ min: 1, max: largest })
  .chain((to) => fc.tuple(fc.integer({ min: 1, max: to }), fc.constant(to)));

/** Every way in which one step of a proof can be spoilt. */
function spoilt(path: readonly string[]): string[][] {
  const changed = path.map((hash, at) => path.map((same, index) => (index === at ? sha256Hex(hash) : same)));
  const dropped = path.map((_, at) => path.filter((__, index) => index !== at));
  const swapped = path.slice(1).map((_, at) => {
    const copy = [...path];
    [copy[at], copy[at + 1]] = [copy[at + 1]!, copy[at]!];
    return copy;
  });
  return [...changed, ...dropped, ...swapped, [...path, sha256Hex('more')], [sha256Hex('more'), ...path]];
}

describe('tree', () => {
  it('grown leaf by leaf has at every size the root that the standard defines', () => {
    let tree: Tree = emptyTree;
    for (let size = 0; size < largest; size += 1) {
      expect(toHex(rootOfFrontier(tree.size, tree.frontier))).toBe(roots[size]);
      const next = appendLeaf(tree, leaves[size]!);
      for (const node of next.completed) expect(toHex(node.hash)).toBe(toHex(read(node)));
      tree = next;
    }
    expect(toHex(rootOf(leaves))).toBe(roots[largest]);
  });
});

describe('inclusion proof', () => {
  it('of any leaf in any tree verifies, and in no other size, place, root or leaf', () => {
    fc.assert(
      fc.property(seqAndSize, fc.nat(largest), fc.nat(largest), ([seq, size], otherSeq, otherSize) => {
        const path = hexPath(planInclusion(seq, size));
        const proof = { leafHash: toHex(leaves[seq]!), seq, size, root: roots[size]!, path };
        expect(verifyInclusion(proof)).toBe(true);
        expect(verifyInclusion({ ...proof, leafHash: sha256Hex('other') })).toBe(false);
        expect(verifyInclusion({ ...proof, root: sha256Hex('other') })).toBe(false);
        if (otherSeq !== seq) expect(verifyInclusion({ ...proof, seq: otherSeq })).toBe(false);
        if (otherSize !== size) expect(verifyInclusion({ ...proof, root: roots[otherSize]! })).toBe(false);
        for (const wrong of spoilt(path)) expect(verifyInclusion({ ...proof, path: wrong })).toBe(false);
      }),
    );
  });

  // Size and root belong together, as they stand in a signed checkpoint: the path alone does not bind the size.
  it('is refused against the checkpoint of any other size', () => {
    fc.assert(
      fc.property(seqAndSize, fc.integer({ min: 1, max: largest }), ([seq, size], claimed) => {
        const path = hexPath(planInclusion(seq, size));
        const proof = { leafHash: toHex(leaves[seq]!), seq, size: claimed, root: roots[claimed]!, path };
        expect(verifyInclusion(proof)).toBe(claimed === size);
      }),
    );
  });

  it('never throws, whatever a hostile server sends', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), fc.array(fc.anything()), (a, b, c, path) => {
        const proof = { leafHash: a, seq: b, size: c, root: roots[3], path } as never;
        expect(verifyInclusion(proof)).toBe(false);
        const other = { from: b, to: c, fromRoot: a, toRoot: roots[3], path } as never;
        expect(verifyConsistency(other)).toBe(false);
      }),
    );
  });
});

describe('consistency proof', () => {
  it('between any two sizes verifies, and with nothing about it changed', () => {
    fc.assert(
      fc.property(fromAndTo, fc.integer({ min: 1, max: largest }), ([from, to], other) => {
        const path = hexPath(planConsistency(from, to));
        const proof = { from, to, fromRoot: roots[from]!, toRoot: roots[to]!, path };
        expect(verifyConsistency(proof)).toBe(true);
        if (other !== from) expect(verifyConsistency({ ...proof, fromRoot: roots[other]! })).toBe(false);
        if (other !== to) expect(verifyConsistency({ ...proof, toRoot: roots[other]! })).toBe(false);
        for (const wrong of spoilt(path)) expect(verifyConsistency({ ...proof, path: wrong })).toBe(false);
      }),
    );
  });

  it('can not be made for a rewritten history', () => {
    fc.assert(
      fc.property(fromAndTo, fc.nat(largest), ([from, to], place) => {
        const at = place % from;
        const rewritten = leaves.map((leaf, seq) => (seq === at ? leafHash(Buffer.from('x')) : leaf));
        const fromRoot = toHex(rootOf(rewritten.slice(0, from)));
        const path = hexPath(planConsistency(from, to));
        expect(verifyConsistency({ from, to, fromRoot, toRoot: roots[to]!, path })).toBe(false);
      }),
    );
  });
});

describe('tiles', () => {
  it('hold every node that a proof of their tree needs', () => {
    fc.assert(
      fc.property(seqAndSize, ([seq, size]) => {
        for (const node of planInclusion(seq, size).nodes) {
          const slice = tileSliceOf(node);
          const width = widthOfTile(slice, size);
          expect(slice.to).toBeLessThanOrEqual(width);
          const hashes = Array.from({ length: width }, (_, at) =>
            read({ level: slice.level * 8, index: slice.index * 256 + at }),
          );
          expect(toHex(hashFromTile(slice, Buffer.concat(hashes)))).toBe(toHex(read(node)));
        }
      }),
    );
  });

  it('have one address each', () => {
    const tile = fc.record({
      level: fc.integer({ min: 0, max: 63 }),
      index: fc.maxSafeNat(),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(fc.property(tile, (one) => expect(parseTilePath(tilePath(one))).toEqual(one)));
    fc.assert(
      fc.property(fc.stringMatching(/^tile\/[0-9]{1,2}\/[x0-9/]{3,9}[0-9]{3}(\.p\/[0-9]{1,3})?$/), (path) => {
        const parsed = parseTilePath(path);
        if (parsed) expect(tilePath(parsed)).toBe(path);
      }),
    );
  });
});

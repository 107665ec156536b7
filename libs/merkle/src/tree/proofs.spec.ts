import { leafHash, toHex } from './hashes.js';
import { composePath, planConsistency, planInclusion } from './proof-plans.js';
import type { ProofPlan } from './proof-plans.js';
import { rootOf } from './frontier.js';
import reference from './reference-tree.vectors.json' with { type: 'json' };
import { verifyConsistency, verifyInclusion } from './verify-proofs.js';

const leaves = reference.leaves.map((hex) => leafHash(Buffer.from(hex, 'hex')));

function pathOf(plan: ProofPlan): string[] {
  const hashes = plan.nodes.map(({ level, index }) =>
    rootOf(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)),
  );
  return composePath(plan, hashes).map(toHex);
}

describe('inclusion proof', () => {
  const whole = { leafHash: toHex(leaves[5]!), seq: 5, size: 8, root: reference.roots[8]! };
  const path = reference.inclusions[2]!.path;

  it.each(reference.inclusions)(
    'is the published one for leaf $seq of $size',
    ({ seq, size, path: expected }) => {
      expect(pathOf(planInclusion(seq, size))).toEqual(expected);
      const proof = {
        leafHash: toHex(leaves[seq]!),
        seq,
        size,
        root: reference.roots[size]!,
        path: expected,
      };
      expect(verifyInclusion(proof)).toBe(true);
    },
  );

  it('is planned from O(log n) complete subtrees, even in the largest tree', () => {
    const size = Number.MAX_SAFE_INTEGER;
    const { nodes, steps } = planInclusion(12_345_678_901, size);
    expect([steps.length, nodes.length <= 2 * 53]).toEqual([53, true]);
    expect(nodes.every(({ level, index }) => (index + 1) * 2 ** level <= size)).toBe(true);
  });

  it.each([
    [8, 8],
    [-1, 8],
    [0, 0],
    [0.5, 8],
    [Number.NaN, 8],
    [0, 2 ** 53],
  ])('is refused for leaf %s of %s', (seq, size) => {
    expect(() => planInclusion(seq, size)).toThrow('proof.outside-tree');
    expect(verifyInclusion({ ...whole, seq, size, path })).toBe(false);
  });

  it.each([
    ['is no list', 'abc'],
    ['is missing', undefined],
    ['holds what is no hash', [...path.slice(1), 'zz'.repeat(32)]],
    ['holds capital letters', path.map((hash) => hash.toUpperCase())],
    ['holds numbers', [1, 2, 3]],
    ['has holes', new Array<string>(3)],
    ['has more places than memory', new Array<string>(2 ** 32 - 1)],
    ['is empty', []],
    ['is too short', path.slice(1)],
    ['is too long', [...path, path[0]]],
    ['is in another order', [...path].reverse()],
    ['has a million hashes', Array.from({ length: 1_000_000 }, () => path[0])],
  ])('is refused when the path %s', (_, wrong) => {
    expect(verifyInclusion({ ...whole, path: wrong as string[] })).toBe(false);
  });

  it('is refused for another leaf, another root, the empty root, and a node shown as leaf', () => {
    expect(verifyInclusion({ ...whole, path })).toBe(true);
    expect(verifyInclusion({ ...whole, leafHash: toHex(leaves[4]!), path })).toBe(false);
    expect(verifyInclusion({ ...whole, root: reference.roots[7]!, path })).toBe(false);
    expect(verifyInclusion({ ...whole, root: reference.roots[0]!, path })).toBe(false);
    const node = { leafHash: reference.roots[4]!, seq: 0, size: 2, root: reference.roots[8]! };
    expect(verifyInclusion({ ...node, size: 8, path: [pathOf(planInclusion(0, 8))[2]!] })).toBe(false);
  });
});

describe('consistency proof', () => {
  it.each(reference.consistencies)('is the published one from $from to $to', ({ from, to, path }) => {
    expect(pathOf(planConsistency(from, to))).toEqual(path);
    const [fromRoot, toRoot] = [reference.roots[from]!, reference.roots[to]!];
    expect(verifyConsistency({ from, to, fromRoot, toRoot, path })).toBe(true);
    if (from < to)
      expect(verifyConsistency({ from, to, fromRoot, toRoot: reference.roots[4]!, path })).toBe(false);
    expect(verifyConsistency({ from, to, fromRoot: reference.roots[3]!, toRoot, path })).toBe(false);
  });

  it('from the empty tree is empty, and wants the empty root', () => {
    expect(planConsistency(0, 8)).toEqual({ nodes: [], steps: [] });
    const proof = { from: 0, to: 8, fromRoot: reference.roots[0]!, toRoot: reference.roots[8]!, path: [] };
    expect(verifyConsistency(proof)).toBe(true);
    expect(verifyConsistency({ ...proof, fromRoot: reference.roots[1]! })).toBe(false);
    expect(verifyConsistency({ ...proof, path: [reference.roots[1]!] })).toBe(false);
    expect(verifyConsistency({ ...proof, to: 0 })).toBe(false);
  });

  it.each([
    [8, 6],
    [-1, 8],
    [1.5, 8],
    [1, 2 ** 53],
  ])('is refused from %s to %s', (from, to) => {
    expect(() => planConsistency(from, to)).toThrow('proof.outside-tree');
    const roots = { fromRoot: reference.roots[8]!, toRoot: reference.roots[6]! };
    expect(verifyConsistency({ from, to, ...roots, path: [] })).toBe(false);
  });

  it('is refused when the history was rewritten, at whatever place', () => {
    const { from, to, path } = reference.consistencies[2]!;
    for (let at = 0; at < from; at += 1) {
      const other = leaves
        .slice(0, from)
        .map((leaf, index) => (index === at ? leafHash(Buffer.from('x')) : leaf));
      const fromRoot = toHex(rootOf(other));
      expect(verifyConsistency({ from, to, fromRoot, toRoot: reference.roots[8]!, path })).toBe(false);
    }
  });

  it('is refused for a larger tree than the one that it was made for', () => {
    const [fromRoot, toRoot] = [reference.roots[1]!, reference.roots[2]!];
    const proof = { from: 1, to: 2, fromRoot, toRoot, path: reference.consistencies[1]!.path.slice(0, 1) };
    expect(verifyConsistency(proof)).toBe(true);
    expect(verifyConsistency({ ...proof, to: 3 })).toBe(false);
  });

  it('wants one hash for each node of its plan', () => {
    expect(() => composePath(planConsistency(6, 8), [])).toThrow(RangeError);
  });
});

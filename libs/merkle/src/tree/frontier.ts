import { emptyRoot, nodeHash } from './hashes.js';
import type { Hash } from './hashes.js';

/**
 * The right edge of a tree: the roots of its complete subtrees, biggest first, one for each set bit of its
 * size. It is all that is needed to append, and at most 53 hashes.
 */
export type Frontier = readonly Hash[];

export interface Tree {
  readonly size: number;
  readonly frontier: Frontier;
}

/** A complete subtree: the 2^level leaves from index × 2^level on. */
export interface NodeId {
  readonly level: number;
  readonly index: number;
}
export interface TreeNode extends NodeId {
  readonly hash: Hash;
}
export interface Appended extends Tree {
  /** The complete subtrees that this leaf completed, the leaf itself first. */
  readonly completed: readonly TreeNode[];
}

export const emptyTree: Tree = { size: 0, frontier: [] };

/** Appends one leaf hash; throws RangeError if `frontier` does not belong to `size`. */
export function appendLeaf(tree: Tree, leaf: Hash): Appended {
  assertFrontier(tree.size, tree.frontier);
  const frontier = [...tree.frontier];
  const completed: TreeNode[] = [{ level: 0, index: tree.size, hash: leaf }];
  let hash = leaf;
  // Each trailing 1 bit of the size is a complete subtree of the same height that waits for this one.
  for (let level = 1, rest = tree.size; rest % 2 === 1; level += 1) {
    hash = nodeHash(frontier.pop()!, hash);
    rest = (rest - 1) / 2;
    completed.push({ level, index: rest, hash });
  }
  return { size: tree.size + 1, frontier: [...frontier, hash], completed };
}

/** The root of the tree of that size (RFC 9162, section 2.1.1); throws RangeError if they do not match. */
export function rootOfFrontier(size: number, frontier: Frontier): Hash {
  assertFrontier(size, frontier);
  return frontier.length === 0 ? emptyRoot : foldRight(frontier);
}

/** The root over leaf hashes that are at hand; the frontier never holds more than log2(n) of them. */
export function rootOf(leafHashes: Iterable<Hash>): Hash {
  let tree: Tree = emptyTree;
  for (const leaf of leafHashes) tree = appendLeaf(tree, leaf);
  return rootOfFrontier(tree.size, tree.frontier);
}

/** Hashes neighbouring complete subtrees (biggest first, at least one) into the root over all their leaves. */
export function foldRight(hashes: readonly Hash[]): Hash {
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

function assertFrontier(size: number, frontier: Frontier): void {
  if (!Number.isSafeInteger(size) || size < 0)
    throw new RangeError('a tree size is a safe integer from 0 on');
  if (frontier.length !== setBits(size)) throw new RangeError('the frontier does not belong to this size');
}

function setBits(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}

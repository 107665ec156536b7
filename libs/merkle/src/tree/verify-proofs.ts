import { emptyRoot, fromHex, nodeHash, toHex } from './hashes.js';
import type { Hash } from './hashes.js';

/** As the API gives it: hashes are 64 lower-case hex digits, `path` runs from the leaf's sibling up. */
export interface InclusionProof {
  readonly leafHash: string;
  readonly seq: number;
  readonly size: number;
  readonly root: string;
  readonly path: readonly string[];
}
export interface ConsistencyProof {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: string;
  readonly toRoot: string;
  readonly path: readonly string[];
}

/** No tree of at most 2^53 leaves has a longer proof; a longer path is refused before any hashing. */
const longestPath = 54;

/**
 * True if the leaf stands at `seq` in the tree of that size and root (RFC 9162, section 2.1.3.2). Never throws:
 * whatever a hostile server puts into the fields is just false.
 */
export function verifyInclusion(proof: InclusionProof): boolean {
  const { seq, size } = proof;
  const [leaf, root, path] = [fromHex(proof.leafHash), fromHex(proof.root), hashesOf(proof.path)];
  if (!leaf || !root || !path || !isCount(seq) || !isCount(size) || seq >= size) return false;
  let climb: Climb = { fn: seq, sn: size - 1 };
  let hash = leaf;
  for (const sibling of path) {
    if (climb.sn === 0) return false;
    const onLeft = isRightEdge(climb);
    hash = onLeft ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
    climb = up(climb, onLeft);
  }
  return climb.sn === 0 && same(hash, root);
}

/**
 * True if the tree of `to` leaves continues the tree of `from` leaves unchanged (RFC 9162, section 2.1.4.2).
 * From the empty tree, and from a tree to itself, the path must be empty. Never throws.
 */
export function verifyConsistency(proof: ConsistencyProof): boolean {
  const { from, to } = proof;
  const [first, second, path] = [fromHex(proof.fromRoot), fromHex(proof.toRoot), hashesOf(proof.path)];
  if (!first || !second || !path || !isCount(from) || !isCount(to) || from > to) return false;
  if (to === 0 && !same(second, emptyRoot)) return false;
  if (from === 0) return path.length === 0 && same(first, emptyRoot);
  if (from === to) return path.length === 0 && same(first, second);
  return path.length > 0 && climbBoth({ from, to, first, second }, path);
}

interface Pair {
  readonly from: number;
  readonly to: number;
  readonly first: Hash;
  readonly second: Hash;
}

function climbBoth({ from, to, first, second }: Pair, path: readonly Hash[]): boolean {
  let climb: Climb = { fn: from - 1, sn: to - 1 };
  while (climb.fn % 2 === 1) climb = half(climb);
  // fn = 0 now means that the old tree is one complete subtree, whose root the verifier holds already.
  const [start, ...rest] = climb.fn === 0 ? [first, ...path] : path;
  let [old, whole] = [start!, start!];
  for (const hash of rest) {
    if (climb.sn === 0) return false;
    const onLeft = isRightEdge(climb);
    if (onLeft) old = nodeHash(hash, old);
    whole = onLeft ? nodeHash(hash, whole) : nodeHash(whole, hash);
    climb = up(climb, onLeft);
  }
  return climb.sn === 0 && same(old, first) && same(whole, second);
}

/** Positions of the node and of the tree's last node at one level: `fn` and `sn` of RFC 9162. */
interface Climb {
  readonly fn: number;
  readonly sn: number;
}

function isRightEdge({ fn, sn }: Climb): boolean {
  return fn % 2 === 1 || fn === sn;
}

/** One level up; on the ragged right edge also over the levels at which the node has no sibling. */
function up(climb: Climb, onLeft: boolean): Climb {
  let next = climb;
  if (onLeft) while (next.fn % 2 === 0 && next.fn !== 0) next = half(next);
  return half(next);
}

// Not `>> 1`: bit operations of ECMAScript cut to 32 bits.
function half({ fn, sn }: Climb): Climb {
  return { fn: Math.floor(fn / 2), sn: Math.floor(sn / 2) };
}

function hashesOf(path: unknown): Hash[] | undefined {
  if (!Array.isArray(path) || path.length > longestPath) return undefined;
  // Array.from, because `map` and `every` pass over holes.
  const hashes = Array.from<unknown, Hash | undefined>(path, fromHex);
  return hashes.every((hash) => hash !== undefined) ? hashes : undefined;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function same(a: Hash, b: Hash): boolean {
  return toHex(a) === toHex(b);
}

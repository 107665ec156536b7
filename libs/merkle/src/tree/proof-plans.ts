import { DomainError } from '#kernel';
import { foldRight } from './frontier.js';
import type { NodeId } from './frontier.js';
import type { Hash } from './hashes.js';

/**
 * What a proof is made from. `nodes` are the complete subtrees to read, O(log n) of them, none twice; each of
 * `steps` is one hash of the proof as positions in `nodes`, which are folded right to left.
 */
export interface ProofPlan {
  readonly nodes: readonly NodeId[];
  readonly steps: readonly (readonly number[])[];
}
type Range = readonly [from: number, to: number];

/**
 * Plans the inclusion proof of leaf `seq` in the tree of `size` leaves (RFC 9162, section 2.1.3.1).
 * Throws `invalid` `proof.outside-tree` unless 0 ≤ seq < size, both safe integers.
 */
export function planInclusion(seq: number, size: number): ProofPlan {
  if (!isCount(seq) || !isCount(size) || seq >= size) outside({ seq: String(seq), size: String(size) });
  const siblings: Range[] = [];
  for (let from = 0, to = size; to - from > 1;) {
    const middle = from + split(to - from);
    const left = seq < middle;
    siblings.push(left ? [middle, to] : [from, middle]);
    if (left) to = middle;
    else from = middle;
  }
  return planOf(siblings.reverse());
}

/**
 * Plans the consistency proof between the trees of `from` and `to` leaves (RFC 9162, section 2.1.4.1). Empty
 * for from = 0 (nothing to be consistent with) and for from = to. Throws `invalid` `proof.outside-tree` unless
 * 0 ≤ from ≤ to, both safe integers.
 */
export function planConsistency(from: number, to: number): ProofPlan {
  if (!isCount(from) || !isCount(to) || from > to) outside({ from: String(from), to: String(to) });
  if (from === 0) return planOf([]);
  const ranges: Range[] = [];
  let [start, end] = [0, to];
  while (from !== end) {
    const middle = start + split(end - start);
    const left = from <= middle;
    ranges.push(left ? [middle, end] : [start, middle]);
    if (left) end = middle;
    else start = middle;
  }
  // The old tree itself is left out where it is one complete subtree: the verifier holds its root.
  if (start > 0) ranges.push([start, end]);
  return planOf(ranges.reverse());
}

/** The proof's hashes, in RFC 9162 order, from the hashes of `plan.nodes` in the order of `plan.nodes`. */
export function composePath(plan: ProofPlan, hashes: readonly Hash[]): Hash[] {
  if (hashes.length !== plan.nodes.length) throw new RangeError('one hash for each node of the plan, please');
  return plan.steps.map((positions) => foldRight(positions.map((position) => hashes[position]!)));
}

function planOf(ranges: readonly Range[]): ProofPlan {
  const nodes: NodeId[] = [];
  const steps = ranges.map((range) => {
    const parts = completeSubtrees(range);
    nodes.push(...parts);
    return parts.map((_, position) => nodes.length - parts.length + position);
  });
  return { nodes, steps };
}

/** Cuts a range, whose start is aligned as the recursion of RFC 9162 leaves it, into complete subtrees. */
function completeSubtrees([from, to]: Range): NodeId[] {
  const parts: NodeId[] = [];
  for (let start = from; start < to;) {
    let [level, width] = [0, 1];
    while (width * 2 <= to - start) [level, width] = [level + 1, width * 2];
    parts.push({ level, index: start / width });
    start += width;
  }
  return parts;
}

/** The largest power of two smaller than `size` (RFC 9162, section 2.1.1); `size` is at least 2. */
function split(size: number): number {
  let width = 1;
  while (width * 2 < size) width *= 2;
  return width;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function outside(facts: Readonly<Record<string, string>>): never {
  throw new DomainError('invalid', 'proof.outside-tree', facts);
}

import { DomainError } from '#kernel';
import {
  appendLeaf,
  emptyTree,
  openCheckpoint,
  rootOfFrontier,
  toHex,
  type Hash,
  type NoteVerifier,
  type Tree,
} from '#merkle';
import type { LedgerProblem } from './problem.js';

interface Expected {
  readonly size: number;
  readonly root: string;
}

/**
 * Grows the tree from recomputed leaves and compares it with every checkpoint on the way. The checkpoints that
 * the verifier itself holds are what finds a cut tail and a rewritten history.
 */
export class TreeCheck {
  private tree: Tree = emptyTree;
  private readonly expected: Expected[] = [];
  private agreed = 0;
  readonly problems: LedgerProblem[] = [];

  /** Takes signed notes that others hold, and the log's key; a note of another key is a problem, not an error. */
  constructor(notes: Iterable<string>, verifier: NoteVerifier) {
    for (const note of notes) this.expect(note, verifier);
    this.expected.sort((a, b) => a.size - b.size);
    this.compare();
  }

  get size(): number {
    return this.tree.size;
  }
  get root(): string {
    return toHex(rootOfFrontier(this.tree.size, this.tree.frontier));
  }

  append(leaf: Hash): void {
    this.tree = appendLeaf(this.tree, leaf);
    this.compare();
  }

  /** Whatever is still expected lies beyond the end: the tail is missing. */
  finish(): void {
    for (const { size } of this.expected) {
      this.problems.push({
        seq: this.size,
        kind: 'tail-missing',
        expected: `a checkpoint says ${String(size)} entries`,
        found: `${String(this.size)} entries`,
      });
    }
  }

  private expect(note: string, verifier: NoteVerifier): void {
    try {
      const { size, root } = openCheckpoint(note, [verifier]);
      this.expected.push({ size, root });
    } catch (error) {
      const found = error instanceof DomainError ? error.code : 'not a checkpoint';
      this.problems.push({ kind: 'checkpoint-not-signed', expected: `signed by ${verifier.name}`, found });
    }
  }

  private compare(): void {
    while (this.expected[0]?.size === this.tree.size) {
      const { size, root } = this.expected.shift()!;
      if (root === this.root) this.agreed = size;
      else {
        this.problems.push({
          seq: this.agreed,
          kind: 'checkpoint-contradicted',
          expected: `root ${root} at size ${String(size)}`,
          found: `root ${this.root}; first difference in entries ${String(this.agreed)} to ${String(size - 1)}`,
        });
      }
    }
  }
}

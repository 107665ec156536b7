import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Checkpoints } from '../checkpoints.service.js';
import { Integrator } from '../integrator.js';
import { LogKey } from '../log-key.js';
import { Balances } from './balances.js';
import { DerivedCheck } from './derived-check.js';
import { EntryCheck, type StoredLeaf } from './entry-check.js';
import type { LedgerProblem, Verification } from './problem.js';
import { TreeCheck } from './tree-check.js';

const page = 1000;
const mostProblems = 100;

/** Recomputes the whole ledger from its stored bytes and compares it with everything that was derived from it. */
@Injectable()
export class LedgerVerification {
  constructor(
    private readonly dataSource: DataSource,
    private readonly integrator: Integrator,
    private readonly checkpoints: Checkpoints,
    private readonly key: LogKey,
  ) {}

  /**
   * `held` are checkpoints (signed notes) that the asker keeps: without them a cut tail can't be noticed.
   * Problems come in ledger order, the first bad entry first; at most 100 are named. Everything is read as it was
   * at one moment, so that entries recorded meanwhile don't look like contradictions. `watch` is told how many entries
   * were recomputed after each thousand.
   */
  async verify(
    held: readonly string[] = [],
    watch: (recomputed: number) => void = () => undefined,
  ): Promise<Verification> {
    await this.integrator.integrate();
    // Before the moment: what a kept checkpoint covers is then there at the moment, or missing.
    const kept = await this.checkpoints.all();
    const tree = new TreeCheck(new Set([...held, ...kept.map(({ note }) => note)]), this.key.verifier);
    const entries = new EntryCheck();
    return this.dataSource.transaction('REPEATABLE READ', async (moment) => {
      const balances = await walk(moment, tree, entries, watch);
      tree.finish();
      for (const leaf of await pendingEntries(moment)) balances.add(entries.pending(leaf));
      const rest = await new DerivedCheck(moment).problems(tree, balances);
      // Entries first: a bad entry is the cause of what the tree then contradicts.
      const problems = [...bySeq(entries.problems), ...bySeq(tree.problems), ...rest].slice(0, mostProblems);
      return { ok: problems.length === 0, size: tree.size, root: tree.root, problems };
    });
  }
}

/** Streams all leaves in order; memory grows with lots, never with entries. */
async function walk(
  moment: EntityManager,
  tree: TreeCheck,
  entries: EntryCheck,
  watch: (recomputed: number) => void,
): Promise<Balances> {
  const balances = new Balances();
  for (let after = -1; ;) {
    const leaves = await leavesAfter(moment, after);
    for (const stored of leaves) {
      for (let gap = after + 1; gap < stored.seq; gap += 1) {
        entries.problems.push({
          seq: gap,
          kind: 'missing-entry',
          expected: `number ${String(gap)}`,
          found: 'no such row',
        });
      }
      const { leaf, changes } = entries.check(stored);
      tree.append(leaf);
      balances.add(changes);
      after = stored.seq;
    }
    watch(after + 1);
    if (leaves.length < page) return balances;
  }
}

async function leavesAfter(moment: EntityManager, after: number): Promise<StoredLeaf[]> {
  const rows: { seq: string; leaf_hash: Buffer; entry: string; body: Buffer | null }[] = await moment.query(
    `SELECT s.seq, s.leaf_hash, s.entry, e.body FROM ledger.sequence s LEFT JOIN ledger.entries e ON e.id = s.entry
     WHERE s.seq > $1 ORDER BY s.seq LIMIT $2`,
    [after, page],
  );
  return rows.map((row) => ({
    seq: Number(row.seq),
    leafHash: row.leaf_hash,
    entryId: row.entry,
    body: row.body,
  }));
}

/** Recorded, not numbered yet: their postings are in the balances already. */
async function pendingEntries(moment: EntityManager): Promise<Buffer[]> {
  const rows: { body: Buffer }[] = await moment.query(
    'SELECT e.body FROM ledger.pending p JOIN ledger.entries e ON e.id = p.entry ORDER BY p.ordinal',
  );
  return rows.map(({ body }) => body);
}

function bySeq(problems: readonly LedgerProblem[]): LedgerProblem[] {
  return [...problems].sort((a, b) => (a.seq ?? -1) - (b.seq ?? -1));
}

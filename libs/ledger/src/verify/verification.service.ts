import { Injectable } from '@nestjs/common';
import type { LotId } from '#kernel';
import { addDecimals, formatDecimal, readDecimal } from '#quantity';
import { DataSource } from 'typeorm';
import { Checkpoints } from '../checkpoints.service.js';
import { Integrator } from '../integrator.js';
import { LedgerQueries } from '../ledger.queries.js';
import { LogKey } from '../log-key.js';
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
    private readonly queries: LedgerQueries,
    private readonly integrator: Integrator,
    private readonly checkpoints: Checkpoints,
    private readonly key: LogKey,
  ) {}

  /**
   * `held` are checkpoints (signed notes) that the asker keeps: without them a cut tail can't be noticed.
   * Problems come in ledger order, the first bad entry first; at most 100 are named.
   */
  async verify(held: readonly string[] = []): Promise<Verification> {
    await this.integrator.integrate();
    const kept = await this.checkpoints.all();
    const tree = new TreeCheck(new Set([...held, ...kept.map(({ note }) => note)]), this.key.verifier);
    const entries = new EntryCheck();
    const balances = await this.walk(tree, entries);
    tree.finish();
    const rest = [
      ...(await this.headProblems(tree)),
      ...(await this.tileProblems()),
      ...(await this.balanceProblems(balances)),
    ];
    // Entries first: a bad entry is the cause of what the tree then contradicts.
    const problems = [...bySeq(entries.problems), ...bySeq(tree.problems), ...rest].slice(0, mostProblems);
    return { ok: problems.length === 0, size: tree.size, root: tree.root, problems };
  }

  /** Streams all leaves in order; memory grows with lots, never with entries. */
  private async walk(tree: TreeCheck, entries: EntryCheck): Promise<Map<string, string>> {
    const balances = new Map<string, string>();
    for (let after = -1; ;) {
      const leaves = await this.leaves(after);
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
        for (const { lot, account, amount } of changes) {
          const key = `${lot} ${account}`;
          const sum = addDecimals(readDecimal(balances.get(key) ?? '0'), readDecimal(amount));
          balances.set(key, formatDecimal(sum));
        }
        after = stored.seq;
      }
      if (leaves.length < page) return balances;
    }
  }

  private async leaves(after: number): Promise<StoredLeaf[]> {
    const rows: { seq: string; leaf_hash: Buffer; entry: string; body: Buffer | null }[] =
      await this.dataSource.query(
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

  private async headProblems(tree: TreeCheck): Promise<LedgerProblem[]> {
    const problems: LedgerProblem[] = [];
    const head = await this.queries.head();
    // Entries recorded while we read are newer than our walk: only a head that is behind or other is wrong.
    if (head.size < tree.size || (head.size === tree.size && head.root !== tree.root)) {
      const text = (size: number, root: string) => `size ${String(size)}, root ${root}`;
      problems.push({
        kind: 'head-differs',
        expected: text(tree.size, tree.root),
        found: text(head.size, head.root),
      });
    }
    const lost: { id: string }[] = await this.dataSource.query(
      `SELECT e.id FROM ledger.entries e LEFT JOIN ledger.sequence s ON s.entry = e.id
       LEFT JOIN ledger.pending p ON p.entry = e.id WHERE s.entry IS NULL AND p.entry IS NULL LIMIT 10`,
    );
    for (const { id } of lost)
      problems.push({ kind: 'unnumbered-entry', expected: 'a number', found: `entry ${id} has none` });
    return problems;
  }

  private async tileProblems(): Promise<LedgerProblem[]> {
    const rows: { index: string }[] = await this.dataSource.query(
      `SELECT t.index FROM ledger.tiles t WHERE t.level = 0 AND t.hashes IS DISTINCT FROM
         (SELECT string_agg(s.leaf_hash, ''::bytea ORDER BY s.seq) FROM ledger.sequence s
          WHERE s.seq BETWEEN t.index * 256 AND t.index * 256 + 255) ORDER BY t.index LIMIT 10`,
    );
    return rows.map(({ index }) => ({
      seq: Number(index) * 256,
      kind: 'tile-differs',
      expected: `tile ${index} as written when it filled`,
      found: `other leaves in entries ${String(Number(index) * 256)} to ${String(Number(index) * 256 + 255)}`,
    }));
  }

  private async balanceProblems(expected: ReadonlyMap<string, string>): Promise<LedgerProblem[]> {
    const rows: { lot: LotId; account: string; amount: string }[] = await this.dataSource.query(
      'SELECT lot, account, trim_scale(amount)::text AS amount FROM state.balances ORDER BY lot, account',
    );
    const found = new Map(rows.map(({ lot, account, amount }) => [`${lot} ${account}`, amount]));
    const keys = [...new Set([...expected.keys(), ...found.keys()])].sort();
    return keys
      .filter((key) => (expected.get(key) ?? '0') !== (found.get(key) ?? '0'))
      .map((key) => ({
        kind: 'balance-differs',
        expected: `${key}: ${expected.get(key) ?? '0'}`,
        found: `${key}: ${found.get(key) ?? '0'}`,
      }));
  }
}

function bySeq(problems: readonly LedgerProblem[]): LedgerProblem[] {
  return [...problems].sort((a, b) => (a.seq ?? -1) - (b.seq ?? -1));
}

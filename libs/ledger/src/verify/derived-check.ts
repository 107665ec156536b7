import { rootOfFrontier, toHex } from '#merkle';
import type { EntityManager } from 'typeorm';
import type { Balances } from './balances.js';
import type { LedgerProblem } from './problem.js';
import type { TreeCheck } from './tree-check.js';

/** Compares what is derived from the entries' bytes, and kept beside them, with what follows from them. */
export class DerivedCheck {
  constructor(private readonly moment: EntityManager) {}

  async problems(tree: TreeCheck, balances: Balances): Promise<LedgerProblem[]> {
    return [
      ...(await this.columnProblems()),
      ...(await this.headProblems(tree)),
      ...(await this.tileProblems()),
      ...(await this.balanceProblems(balances)),
    ];
  }

  /** The columns by which entries are found. */
  private async columnProblems(): Promise<LedgerProblem[]> {
    const rows: { seq: string | null; found: string; expected: string }[] = await this.moment.query(
      `SELECT s.seq, concat_ws(' ', e.id, e.type, e.subject_kind, e.subject_id, e.subject_version) AS found,
         concat_ws(' ', e.json ->> 'id', e.json ->> 'type', e.json #>> '{subject,kind}', e.json #>> '{subject,id}',
                   e.json #>> '{subject,version}') AS expected
       FROM ledger.entries e LEFT JOIN ledger.sequence s ON s.entry = e.id
       WHERE (e.id::text, e.type, e.subject_kind, e.subject_id, e.subject_version::text, e.recorded)
         IS DISTINCT FROM (e.json ->> 'id', e.json ->> 'type', e.json #>> '{subject,kind}',
           e.json #>> '{subject,id}', e.json #>> '{subject,version}', (e.json ->> 'recorded')::timestamptz)
       ORDER BY s.seq LIMIT 10`,
    );
    return rows.map(({ seq, found, expected }) => ({
      ...(seq !== null && { seq: Number(seq) }),
      ...{ kind: 'columns-differ', expected, found },
    }));
  }

  private async headProblems(tree: TreeCheck): Promise<LedgerProblem[]> {
    const problems: LedgerProblem[] = [];
    const [head]: { size: string; frontier: Buffer[] }[] = await this.moment.query(
      'SELECT size, frontier FROM ledger.head',
    );
    const text = (size: number, root: string) => `size ${String(size)}, root ${root}`;
    const expected = text(tree.size, tree.root);
    const found = head ? headText(head, text) : 'no row';
    if (found !== expected) problems.push({ kind: 'head-differs', expected, found });
    const lost: { id: string }[] = await this.moment.query(
      `SELECT e.id FROM ledger.entries e LEFT JOIN ledger.sequence s ON s.entry = e.id
       LEFT JOIN ledger.pending p ON p.entry = e.id WHERE s.entry IS NULL AND p.entry IS NULL LIMIT 10`,
    );
    for (const { id } of lost)
      problems.push({ kind: 'unnumbered-entry', expected: 'a number', found: `entry ${id} has none` });
    return problems;
  }

  private async tileProblems(): Promise<LedgerProblem[]> {
    const rows: { index: string }[] = await this.moment.query(
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

  private async balanceProblems(expected: Balances): Promise<LedgerProblem[]> {
    const rows: { lot: string; account: string; amount: string }[] = await this.moment.query(
      'SELECT lot, account, trim_scale(amount)::text AS amount FROM state.balances ORDER BY lot, account',
    );
    const found = new Map(rows.map(({ lot, account, amount }) => [`${lot} ${account}`, amount]));
    return [...new Set([...expected.keys(), ...found.keys()])]
      .sort()
      .filter((key) => expected.amount(key) !== (found.get(key) ?? '0'))
      .map((key) => ({
        kind: 'balance-differs',
        expected: `${key}: ${expected.amount(key)}`,
        found: `${key}: ${found.get(key) ?? '0'}`,
      }));
  }
}

function headText(
  { size, frontier }: { size: string; frontier: Buffer[] },
  text: (size: number, root: string) => string,
): string {
  try {
    return text(Number(size), toHex(rootOfFrontier(Number(size), frontier)));
  } catch {
    // A size that its hashes don't fit has no root at all.
    return `size ${size} with ${String(frontier.length)} hashes`;
  }
}

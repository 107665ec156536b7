import { Injectable } from '@nestjs/common';
import type { Account, Posting } from '#entries';
import { DomainError, type LotId } from '#kernel';
import type { Tx } from '#platform';
import { balanceChanges } from './domain/postings.js';

export interface Balance {
  readonly lot: LotId;
  readonly account: Account;
  /** Canonical decimal in the lot's base unit. */
  readonly amount: string;
}

/** Lots' lockable rows and the balances of their accounts. */
@Injectable()
export class GoodsRepository {
  /** Locks the lots in id order until the end of the unit of work; throws `missing` `lot.unknown` for a foreign id. */
  async lock(tx: Tx, lots: readonly LotId[]): Promise<void> {
    const wanted = [...new Set(lots)].sort();
    const rows: { lot: LotId }[] = await tx.query(
      'SELECT lot FROM state.goods WHERE lot = ANY($1) ORDER BY lot FOR UPDATE',
      [wanted],
    );
    const found = new Set(rows.map(({ lot }) => lot));
    const missing = wanted.find((lot) => !found.has(lot));
    if (missing) throw new DomainError('missing', 'lot.unknown', { lot: missing });
  }

  /** Balances other than zero of these lots. */
  balances(tx: Tx, lots: readonly LotId[]): Promise<Balance[]> {
    return tx.query(
      `SELECT lot, account, trim_scale(amount)::text AS amount FROM state.balances
       WHERE lot = ANY($1) AND amount <> 0 ORDER BY lot, account`,
      [lots],
    );
  }

  /** Posts; the database refuses (`goods.not-enough`) where an account would become negative. */
  async post(tx: Tx, postings: readonly Posting[]): Promise<void> {
    if (postings.length === 0) return;
    const units = new Map(postings.map(({ lot, unit }) => [lot, unit]));
    await tx.query(
      'INSERT INTO state.goods (lot, unit) SELECT * FROM unnest($1::uuid[], $2::text[]) ON CONFLICT DO NOTHING',
      [[...units.keys()], [...units.values()]],
    );
    const changes = balanceChanges(postings);
    const columns = [changes.map((c) => c.lot), changes.map((c) => c.account), changes.map((c) => c.amount)];
    // Two steps: the proposed row of an upsert is checked before it is merged, so a negative change would fail.
    await tx.query(
      `INSERT INTO state.balances (lot, account, amount)
       SELECT lot, account, 0 FROM unnest($1::uuid[], $2::text[]) AS c (lot, account) ON CONFLICT DO NOTHING`,
      columns.slice(0, 2),
    );
    await tx.query(
      `UPDATE state.balances b SET amount = b.amount + c.amount
       FROM unnest($1::uuid[], $2::text[], $3::numeric[]) AS c (lot, account, amount)
       WHERE b.lot = c.lot AND b.account = c.account`,
      columns,
    );
  }
}

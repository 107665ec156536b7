import type { Account, Posting } from '#entries';
import type { LotId } from '#kernel';
import { addDecimals, formatDecimal, readDecimal, type Decimal } from '#quantity';

/** The change of one balance in the lot's base unit; the amount may be negative. */
export interface BalanceChange {
  readonly lot: LotId;
  readonly account: Account;
  readonly amount: string;
}

/** Pure: sums postings into one change per lot and account, in lot and account order (the lock order). */
export function balanceChanges(postings: readonly Posting[]): BalanceChange[] {
  const changes = new Map<string, { lot: LotId; account: Account; sum: Decimal }>();
  const add = (lot: LotId, account: Account, change: Decimal) => {
    const key = `${lot} ${account}`;
    const sum = changes.get(key)?.sum ?? { digits: 0n, scale: 0 };
    changes.set(key, { lot, account, sum: addDecimals(sum, change) });
  };
  for (const { lot, from, to, amount } of postings) {
    const moved = readDecimal(amount);
    add(lot, from, { ...moved, digits: -moved.digits });
    add(lot, to, moved);
  }
  return [...changes.keys()].sort().map((key) => {
    const { lot, account, sum } = changes.get(key)!;
    return { lot, account, amount: formatDecimal(sum) };
  });
}

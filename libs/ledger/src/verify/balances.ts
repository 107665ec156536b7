import { addDecimals, formatDecimal, readDecimal } from '#quantity';
import type { BalanceChange } from '../domain/postings.js';

/** What the entries say each account of each lot holds; keys are lot and account. */
export class Balances {
  private readonly sums = new Map<string, string>();

  add(changes: readonly BalanceChange[]): void {
    for (const { lot, account, amount } of changes) {
      const key = `${lot} ${account}`;
      const sum = addDecimals(readDecimal(this.amount(key)), readDecimal(amount));
      this.sums.set(key, formatDecimal(sum));
    }
  }

  keys(): Iterable<string> {
    return this.sums.keys();
  }

  amount(key: string): string {
    return this.sums.get(key) ?? '0';
  }
}

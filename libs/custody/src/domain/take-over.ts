import type { Posting } from '#entries';
import { compareDecimals, formatDecimal, readDecimal, subtractDecimals } from '#quantity';
import type { TransferLine } from './transfer.js';

export type CountedTransferLine = TransferLine & { readonly received: string };

/**
 * The postings by which counted goods change hands: what arrived comes into custody, what did not into `shortage`.
 * Goods that come from another custodian are in custody already; a surplus is posted with its own new lot.
 */
export function takeOver(lines: readonly CountedTransferLine[]): Posting[] {
  return lines.flatMap(({ lot, offered, received, unit, source }): Posting[] => {
    const missing = shortOf(offered, received);
    const arrived = missing === '0' ? offered : received;
    const postings: Posting[] = [];
    if (source === 'with-officers' && arrived !== '0') {
      postings.push({ lot, from: source, to: 'custody', amount: arrived, unit });
    }
    if (missing !== '0') postings.push({ lot, from: source, to: 'shortage', amount: missing, unit });
    return postings;
  });
}

/** What is missing of an offered amount; `0` where nothing is. */
export function shortOf(offered: string, received: string): string {
  return excess(offered, received);
}

/** What came beyond an offered amount; `0` where nothing did. */
export function surplusOf(offered: string, received: string): string {
  return excess(received, offered);
}

function excess(more: string, less: string): string {
  const [a, b] = [readDecimal(more), readDecimal(less)];
  return compareDecimals(a, b) > 0 ? formatDecimal(subtractDecimals(a, b)) : '0';
}

import type { Balance } from '#ledger';
import type { Entry } from '#entries';

/** What comes next for a lot: the code of a sentence, and where it is done. */
export interface NextStep {
  readonly code: string;
  readonly href?: string;
}

/** By the account on which goods wait, the furthest on the way first. `entries` of the lot in ledger order. */
export function nextStepOf(
  lot: { readonly id: string; readonly blockers: readonly unknown[]; readonly seizure: string },
  balances: readonly Pick<Balance, 'account' | 'amount'>[],
  entries: readonly Entry[],
): NextStep {
  const has = (account: string) => balances.some((one) => one.account === account && one.amount !== '0');
  const latest = (kind: string) => entries.findLast(({ subject }) => subject.kind === kind)?.subject.id;
  const at = (path: string, id: string | undefined) => (id === undefined ? {} : { href: `${path}${id}` });
  if (has('staged')) return { code: 'next.staged', ...at('/events/', latest('event')) };
  if (has('allocated')) return { code: 'next.allocated', ...at('/batches/', latest('batch')) };
  if (has('with-officers')) return { code: 'next.with-officers', href: `/transfers/new?lot=${lot.id}` };
  if (has('custody')) {
    const code = lot.blockers.length > 0 ? 'next.blocked' : 'next.free';
    return { code, ...(code === 'next.blocked' && { href: `/seizures/${lot.seizure}` }) };
  }
  const certificate = entries.findLast(({ type }) => type === 'certificate.issued')?.subject.id;
  if (certificate !== undefined) return { code: 'next.certified', href: `/certificates/${certificate}` };
  if (has('destroyed')) return { code: 'next.destroyed', ...at('/batches/', latest('batch')) };
  return { code: 'next.gone' };
}

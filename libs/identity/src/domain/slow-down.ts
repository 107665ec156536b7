export type FailureScope = 'account' | 'address';

/** Failed attempts of one account or from one address. */
export interface Failures {
  readonly failures: number;
  readonly lastMs: number;
}

/** So many failures are free: people mistype, and one address may stand for a whole office. */
export const freeFailures: Readonly<Record<FailureScope, number>> = { account: 10, address: 50 };
const longestWaitMs = 15 * 60_000;
/** After a quiet day nothing is held against anybody. */
export const forgottenAfterMs = 24 * 60 * 60_000;

/**
 * Pure: milliseconds until the next attempt is looked at. Doubles with every failure beyond the free ones, from one
 * second up to 15 minutes: it slows guessing down and never locks anybody out for good.
 */
export function waitMs(scope: FailureScope, { failures, lastMs }: Failures, nowMs: number): number {
  const beyond = failures - freeFailures[scope];
  if (beyond < 0 || nowMs - lastMs >= forgottenAfterMs) return 0;
  const pause = Math.min(1000 * 2 ** Math.min(beyond, 20), longestWaitMs);
  return Math.max(0, lastMs + pause - nowMs);
}

/** Pure: the count after one more attempt, which counts as failed until it succeeds. */
export function oneMore({ failures, lastMs }: Failures, nowMs: number): Failures {
  const forgotten = nowMs - lastMs >= forgottenAfterMs;
  return { failures: forgotten ? 1 : failures + 1, lastMs: nowMs };
}

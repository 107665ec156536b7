/** One look at every object that the ledger speaks of, in the order of their hashes; it may take weeks. */
export interface Pass {
  readonly startedMs: number;
  /** Objects looked at since then. */
  readonly checked: number;
}

/** evidence.md: everything is hashed again within 30 days; three are left for a worker that was away. */
export const scrubPassMs = 27 * 24 * 3600 * 1000;

/**
 * How many of `total` objects are to be looked at now, so that the pass is spread evenly over `passMs`; without
 * end where its time is over, so that whatever is left is looked at and the pass ends.
 */
export function dueNow(
  { startedMs, checked }: Pass,
  of: { nowMs: number; total: number; passMs: number },
): number {
  const elapsed = Math.max(0, of.nowMs - startedMs);
  if (elapsed >= of.passMs) return Infinity;
  return Math.max(0, Math.ceil((of.total * elapsed) / of.passMs) - checked);
}

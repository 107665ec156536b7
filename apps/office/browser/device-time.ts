/** Milliseconds of the epoch by this device: to sort what it keeps, never a claim in the ledger. */
export function deviceTime(): number {
  return Math.round(performance.timeOrigin + performance.now());
}

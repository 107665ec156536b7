/** Injection token of the {@link Clock}: the only source of the present. */
export const CLOCK = Symbol('clock');
/** Injection token of {@link LedgerOptions}. */
export const LEDGER_OPTIONS = Symbol('ledger options');

export interface LedgerOptions {
  /** Directory of the log's signing key. */
  readonly keysDirectory: string;
  /** Origin line for a log that has none yet; made at random where absent. */
  readonly origin?: string;
}

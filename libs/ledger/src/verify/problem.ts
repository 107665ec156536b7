/** What a verification found wrong: where, and both values. */
export interface LedgerProblem {
  readonly seq?: number;
  readonly kind:
    | 'missing-entry'
    | 'not-canonical'
    | 'entry-malformed'
    | 'leaf-changed'
    | 'subject-version'
    | 'signature-invalid'
    | 'columns-differ'
    | 'tile-differs'
    | 'head-differs'
    | 'tail-missing'
    | 'checkpoint-contradicted'
    | 'checkpoint-not-signed'
    | 'balance-differs'
    | 'unnumbered-entry';
  readonly expected: string;
  readonly found: string;
}

export interface Verification {
  readonly ok: boolean;
  readonly size: number;
  readonly root: string;
  readonly problems: readonly LedgerProblem[];
}

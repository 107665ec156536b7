import type { Sha256 } from '#kernel';
import type { SignatureCheck } from './cms/check-signature.js';
import type { Trust } from './cms/trust.js';
import type { PaperReason } from './reasons.js';
import type { Revision } from './revisions.js';
import type { PaperSignature } from './signatures.js';

/** A revision that the ledger says was issued. */
export interface IssuedRevision extends Revision {
  readonly revision: number;
}

export interface KnownPaper {
  readonly issued: readonly IssuedRevision[];
  /** SHA-256 of the base file before any signature; it was never handed out. */
  readonly base?: Sha256;
}

export interface CheckOptions {
  /** Milliseconds: the time at which the seals' certificates must be valid. */
  readonly at: number;
  readonly trust: Trust;
  /** Name of the embedded data file. */
  readonly attachment: string;
  readonly known: KnownPaper;
}

export type CheckedSignature = PaperSignature & { readonly check: SignatureCheck };

/** What could be read out of a file; empty where its structure can't be followed. */
export interface PaperParts {
  readonly revisions: readonly Revision[];
  /** In the order in which they were added. */
  readonly signatures: readonly CheckedSignature[];
  readonly attachment?: Uint8Array;
}

export interface PaperCheck extends PaperParts {
  /** The issued revision that the file is, byte for byte; everything else is in `reasons`. */
  readonly issued?: IssuedRevision;
  /** Why it is none of the issued files, the most telling reason first; empty when `issued`. */
  readonly reasons: readonly PaperReason[];
}

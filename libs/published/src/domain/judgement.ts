import type { CertificateNumber, Sha256 } from '#kernel';
import type { PublishedCertificate } from './published-certificate.js';

/** `issued` is all that a number alone can give: nobody has seen the paper or the file yet. */
export type Verdict = 'valid' | 'indeterminate' | 'not-valid' | 'issued';

/** A message code and the facts that its sentence names. */
export interface Reason {
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** The three questions of certificate.md, in their order. */
export type Question = 'file' | 'ledger' | 'signer';
export interface Answer {
  readonly question: Question;
  /** `unchecked`: nothing was shown that could be checked. */
  readonly answer: 'yes' | 'no' | 'unknown' | 'unchecked';
  readonly detail: Reason;
}

/** An inclusion proof that was recomputed here, under a checkpoint whose signature holds. */
export interface ShownProof {
  readonly seq: number;
  readonly size: number;
  readonly leafHash: Sha256;
  readonly root: Sha256;
  readonly path: readonly Sha256[];
  readonly origin: string;
}

export interface ShownSeal {
  readonly field: string;
  readonly ok: boolean;
  readonly name: string;
  readonly organization: string;
  /** SHA-256 of the seal's certificate; empty where it can't be read. */
  readonly sha256: string;
  /** Message codes. */
  readonly reasons: readonly string[];
}

export interface Judgement {
  readonly verdict: Verdict;
  /** The sentence to show large. */
  readonly title: Reason;
  /** Why it is not simply valid or issued; the most important first. */
  readonly reasons: readonly Reason[];
  readonly questions: readonly [Answer, Answer, Answer];
  /** What the file claims, or what was asked for. */
  readonly number?: CertificateNumber;
  readonly certificate?: PublishedCertificate;
  readonly proof?: ShownProof;
  /** Only where a file was checked. */
  readonly file?: { readonly sha256: Sha256; readonly length: number; readonly revision?: number };
  readonly seals: readonly ShownSeal[];
}

export function reason(code: string, facts: Readonly<Record<string, string>> = {}): Reason {
  return { code, facts };
}

import type { AgencyId, BatchId, CertificateNumber, EntryId, Instant, PersonId, Sha256 } from '#kernel';

export type CertificateState = 'numbered' | 'prepared' | 'issued' | 'superseded' | 'revoked' | 'voided';

/** One issued file of a certificate; later revisions only add signatures. */
export interface CertificateRevision {
  readonly revision: number;
  readonly length: number;
  readonly sha256: Sha256;
}

/** What the ledger's entries say of one number. */
export interface CertificateRecord {
  readonly number: CertificateNumber;
  readonly batch: BatchId;
  readonly submission: EntryId;
  readonly agency: AgencyId;
  readonly issuer: PersonId;
  readonly state: CertificateState;
  readonly issuedAt: Instant;
  readonly contentHash: Sha256;
  readonly numbered: EntryId;
  readonly prepared?: EntryId;
  readonly issued?: EntryId;
  readonly json?: Sha256;
  readonly base?: Sha256;
  readonly reason?: string;
  readonly revocation?: {
    readonly request: EntryId;
    readonly by: PersonId;
    /** Commitment to the reason, until the revocation is confirmed; absent in requests of version 1. */
    readonly reasonHash?: Sha256;
  };
  readonly revisions: readonly CertificateRevision[];
}

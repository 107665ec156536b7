import type { Assertion, DraftOf } from '#entries';
import {
  DomainError,
  type AgencyId,
  type BatchId,
  type CertificateNumber,
  type EntryId,
  type Instant,
  type Sha256,
} from '#kernel';
import type { CheckpointFacts } from './certificate-content.js';

/** What must hold before a number is taken. */
export interface IssueFacts {
  readonly batch: BatchId;
  readonly reference: string;
  /** True once every agency approved and nothing was withdrawn since. */
  readonly approved: boolean;
  /** References of planned events that are not closed. */
  readonly openEvents: readonly string[];
  /** Codes of lots in the list that no closed event and no exclusion accounts for. */
  readonly openLots: readonly string[];
  readonly destroyedLines: number;
  /** Number of a certificate that stands for this list already. */
  readonly standing?: CertificateNumber;
}

/**
 * A certificate covers a finished batch, once. Throws `conflict`: `certificate.batch-not-approved`,
 * `certificate.events-open`, `certificate.lots-open`, `certificate.nothing-destroyed`, `certificate.already-issued`.
 */
export function mayCertify(facts: IssueFacts): void {
  const { reference, standing } = facts;
  const refuse = (code: string, more: Record<string, string> = {}): never => {
    throw new DomainError('conflict', code, { batch: reference, ...more });
  };
  if (standing) refuse('certificate.already-issued', { number: standing });
  if (!facts.approved) refuse('certificate.batch-not-approved');
  if (facts.openEvents.length > 0) refuse('certificate.events-open', { events: facts.openEvents.join(', ') });
  if (facts.openLots.length > 0) refuse('certificate.lots-open', { lots: facts.openLots.join(', ') });
  if (facts.destroyedLines === 0) refuse('certificate.nothing-destroyed');
}

export interface Numbering {
  readonly number: CertificateNumber;
  readonly batch: BatchId;
  readonly submission: EntryId;
  readonly agency: AgencyId;
  readonly issuedAt: Instant;
  readonly contentHash: Sha256;
  readonly checkpoint: CheckpointFacts;
  readonly signature: Signature;
}

/** How a person signed; with a passkey, what it signed. */
export interface Signature {
  readonly factor: 'password' | 'passkey';
  readonly assertion?: Assertion;
}

/** The entry that takes the number and freezes time, content and checkpoint C0. */
export function numberCertificate(numbering: Numbering): DraftOf<'certificate.numbered'> {
  const { checkpoint, signature, ...facts } = numbering;
  return {
    type: 'certificate.numbered',
    subject: { kind: 'certificate', id: numbering.number },
    data: { ...facts, ...signature, checkpoint: { ...checkpoint, size: String(checkpoint.size) } },
  };
}

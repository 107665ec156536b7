import type { DraftOf } from '#entries';
import { DomainError, type AgencyId, type PersonId, type Sha256 } from '#kernel';
import type { CertificateRecord } from './certificate-record.js';
import type { Signature } from './number-certificate.js';

/** The SHA-256 of the newest issued file: what both persons sign. Only for certificates that were issued. */
export function revokedFile({ revisions }: CertificateRecord): Sha256 {
  return revisions.at(-1)!.sha256;
}

/** Only what was issued can be revoked; throws `conflict` `certificate.not-issued`, `certificate.revocation-waits`. */
export function mayAskRevocation(certificate: CertificateRecord): void {
  const { number, state, revocation, reason } = certificate;
  if (state !== 'issued') throw new DomainError('conflict', 'certificate.not-issued', { number, state });
  // A request whose reason was erased can't be confirmed any more, so another may take its place.
  if (revocation && reason !== undefined)
    throw new DomainError('conflict', 'certificate.revocation-waits', { number });
}

/** The request; its entry is public at once, so it names the reason by a commitment only. */
export function askRevocation(
  certificate: CertificateRecord,
  { reasonHash, signature }: { reasonHash: Sha256; signature: Signature },
): DraftOf<'certificate.revocation-requested'> {
  const { number, submission } = certificate;
  return {
    type: 'certificate.revocation-requested',
    subject: { kind: 'certificate', id: number },
    data: { number, submission, signed: revokedFile(certificate), reasonHash, ...signature },
  };
}

/**
 * The second person's part: an issuer or approver of the same agency, never the one who asked (certificate.md).
 * Throws `conflict` `certificate.no-revocation-asked`, `refused` `duties.second-person`.
 */
export function mayConfirmRevocation(
  certificate: CertificateRecord,
  by: { person: PersonId; agency: AgencyId },
) {
  const { number, state, revocation } = certificate;
  if (state !== 'issued' || !revocation) {
    throw new DomainError('conflict', 'certificate.no-revocation-asked', { number });
  }
  if (revocation.by === by.person) {
    throw new DomainError('refused', 'certificate.second-person', { number, entry: revocation.request });
  }
  return revocation;
}

/** The revocation with its reason, which the public log now shows. */
export function confirmRevocation(
  certificate: CertificateRecord,
  {
    reason,
    signature,
    request,
  }: { reason: string; signature: Signature; request: NonNullable<CertificateRecord['revocation']> },
): DraftOf<'certificate.revoked'> {
  const { number, submission } = certificate;
  const signed = revokedFile(certificate);
  return {
    type: 'certificate.revoked',
    subject: { kind: 'certificate', id: number },
    data: { number, submission, request: request.request, reason, signed, ...signature },
  };
}

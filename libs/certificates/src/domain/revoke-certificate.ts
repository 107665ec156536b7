import type { DraftOf } from '#entries';
import { DomainError, type AgencyId, type PersonId } from '#kernel';
import type { CertificateRecord } from './certificate-record.js';

type Factor = 'password' | 'passkey';

/** Only what was issued can be revoked; throws `conflict` `certificate.not-issued`, `certificate.revocation-waits`. */
export function mayAskRevocation(certificate: CertificateRecord): void {
  const { number, state, revocation } = certificate;
  if (state !== 'issued') throw new DomainError('conflict', 'certificate.not-issued', { number, state });
  if (revocation) throw new DomainError('conflict', 'certificate.revocation-waits', { number });
}

export function askRevocation(
  certificate: CertificateRecord,
  { reason, factor }: { reason: string; factor: Factor },
): DraftOf<'certificate.revocation-requested'> {
  const { number, submission } = certificate;
  return {
    type: 'certificate.revocation-requested',
    subject: { kind: 'certificate', id: number },
    data: { number, submission, reason, factor },
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

export function confirmRevocation(
  certificate: CertificateRecord,
  {
    reason,
    factor,
    request,
  }: { reason: string; factor: Factor; request: NonNullable<CertificateRecord['revocation']> },
): DraftOf<'certificate.revoked'> {
  const { number, submission } = certificate;
  return {
    type: 'certificate.revoked',
    subject: { kind: 'certificate', id: number },
    data: { number, submission, request: request.request, reason, factor },
  };
}

import type { DraftOf } from '#entries';
import { DomainError } from '#kernel';
import type { CertificateRecord } from './certificate-record.js';

/**
 * Ends a number that can't be completed, so that every number is accounted for (certificate.md). Throws `conflict`
 * `certificate.not-voidable` for one that was issued or has ended: that one is revoked instead.
 */
export function voidCertificate(
  { number, submission, numbered, state }: CertificateRecord,
  reason: string,
): DraftOf<'certificate.voided'> {
  if (state !== 'numbered' && state !== 'prepared') {
    throw new DomainError('conflict', 'certificate.not-voidable', { number, state });
  }
  return {
    type: 'certificate.voided',
    subject: { kind: 'certificate', id: number },
    data: { number, submission, numbered, reason },
  };
}

import type { CertificateRecord } from '#certificates';

/** A certificate as the interface shows it. */
export function presentCertificate(record: CertificateRecord) {
  const { number, batch, agency, state, issuedAt, contentHash, json, revisions, reason, revocation } = record;
  return {
    number,
    state,
    batch,
    agency,
    issuedAt,
    contentHash,
    json: json ?? null,
    revisions,
    ...(reason !== undefined && { reason }),
    ...(revocation && { revocation }),
  };
}

import { Injectable } from '@nestjs/common';
import type { CertificateRecord } from './domain/certificate-record.js';
import { LedgerProofs } from './ledger-proofs.service.js';
import { Seals } from './seals.service.js';
import { sealCertificate } from './signing/seal-certificate.js';

/** The issuer's seal, with the ledger's proof of the prepared certificate inside. */
@Injectable()
export class Sealing {
  constructor(
    private readonly seals: Seals,
    private readonly proofs: LedgerProofs,
  ) {}

  /** Takes the base file of a prepared certificate, gives the sealed one; throws the codes of `sealCertificate`. */
  async seal(base: Uint8Array, { agency, issuedAt, prepared }: CertificateRecord): Promise<Buffer> {
    return sealCertificate(base, {
      signer: await this.seals.of(agency),
      field: 'Issuer',
      signedAt: issuedAt,
      proof: await this.proofs.of(prepared!),
    });
  }

  /** Publishes a checkpoint that covers the issue: only then can anyone verify it (ledger.md). */
  publish(): Promise<void> {
    return this.proofs.publish();
  }
}

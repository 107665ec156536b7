import { Injectable } from '@nestjs/common';
import { StepUps } from '#identity';
import { DomainError, type CertificateNumber } from '#kernel';
import { Ledger, PersonalData, type Command, type Outcome } from '#ledger';
import { CertificateQueries } from './certificate.queries.js';
import type { CertificateRecord } from './domain/certificate-record.js';
import {
  askRevocation,
  confirmRevocation,
  mayAskRevocation,
  mayConfirmRevocation,
  revokedFile,
} from './domain/revoke-certificate.js';

export interface RevocationCommand extends Command {
  readonly number: CertificateNumber;
  readonly stepUp?: string;
}
type Result = { readonly number: CertificateNumber; readonly state: CertificateRecord['state'] };

/** Revocation by two persons; each signs the SHA-256 of the newest issued file. */
@Injectable()
export class RevocationService {
  constructor(
    private readonly ledger: Ledger,
    private readonly certificates: CertificateQueries,
    private readonly stepUps: StepUps,
    private readonly personal: PersonalData,
  ) {}

  /** Asks for the revocation; nothing changes for the public until it is confirmed. */
  ask(command: RevocationCommand & { reason: string }): Promise<Outcome<Result>> {
    return this.ledger.perform(command, async (tx) => {
      const certificate = await this.certificates.lock(tx, command.number);
      mayAskRevocation(certificate);
      const signature = await this.stepUps.use(tx, bound(command, certificate, 'revoke'));
      const about = { kind: 'revocation', subject: certificate.number };
      const reasonHash = await this.personal.commit(tx, command.reason, about);
      const entry = askRevocation(certificate, { reasonHash, signature });
      return { entries: [entry], result: { number: certificate.number, state: certificate.state } };
    });
  }

  /** Confirms as the second person; the certificate is revoked, and the public log shows the reason. */
  confirm(command: RevocationCommand): Promise<Outcome<Result>> {
    return this.ledger.perform(command, async (tx) => {
      const certificate = await this.certificates.lock(tx, command.number);
      const request = mayConfirmRevocation(certificate, command);
      const { reason } = certificate;
      if (reason === undefined) throw new DomainError('conflict', 'certificate.reason-erased');
      const signature = await this.stepUps.use(tx, bound(command, certificate, 'confirm-revocation'));
      const entry = confirmRevocation(certificate, { reason, signature, request });
      return { entries: [entry], result: { number: certificate.number, state: 'revoked' as const } };
    });
  }
}

function bound(
  { person, stepUp: token }: RevocationCommand,
  certificate: CertificateRecord,
  purpose: 'revoke' | 'confirm-revocation',
) {
  return { token, person, purpose, sha256: revokedFile(certificate) };
}

import { Injectable } from '@nestjs/common';
import { StepUps } from '#identity';
import type { CertificateNumber } from '#kernel';
import { Ledger, type Command, type Outcome } from '#ledger';
import { CertificateQueries } from './certificate.queries.js';
import type { CertificateRecord } from './domain/certificate-record.js';
import {
  askRevocation,
  confirmRevocation,
  mayAskRevocation,
  mayConfirmRevocation,
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
  ) {}

  /** Asks for the revocation; nothing changes for the public until it is confirmed. */
  ask(command: RevocationCommand & { reason: string }): Promise<Outcome<Result>> {
    return this.ledger.perform(command, async (tx) => {
      const certificate = await this.certificates.lock(tx, command.number);
      mayAskRevocation(certificate);
      const factor = await this.stepUps.use(tx, signature(command, certificate, 'revoke'));
      const entry = askRevocation(certificate, { reason: command.reason, factor });
      return { entries: [entry], result: { number: certificate.number, state: certificate.state } };
    });
  }

  /** Confirms as the second person; the certificate is revoked. */
  confirm(command: RevocationCommand): Promise<Outcome<Result>> {
    return this.ledger.perform(command, async (tx) => {
      const certificate = await this.certificates.lock(tx, command.number);
      const request = mayConfirmRevocation(certificate, command);
      const factor = await this.stepUps.use(tx, signature(command, certificate, 'confirm-revocation'));
      const entry = confirmRevocation(certificate, { reason: certificate.reason!, factor, request });
      return { entries: [entry], result: { number: certificate.number, state: 'revoked' as const } };
    });
  }
}

function signature(
  { person, stepUp: token }: RevocationCommand,
  { revisions }: CertificateRecord,
  purpose: 'revoke' | 'confirm-revocation',
) {
  return { token, person, purpose, sha256: revisions.at(-1)!.sha256 };
}

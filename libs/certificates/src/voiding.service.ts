import { Injectable } from '@nestjs/common';
import type { CertificateNumber } from '#kernel';
import { Ledger, type Command, type Outcome } from '#ledger';
import { CertificateQueries } from './certificate.queries.js';
import { voidCertificate } from './domain/void-certificate.js';

/** Gives up a number whose file can't be made; the batch can then be certified under the next one. */
@Injectable()
export class VoidingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly certificates: CertificateQueries,
  ) {}

  /** Throws `missing` `certificate.unknown`, `conflict` `certificate.not-voidable`. */
  giveUp(
    command: Command & { number: CertificateNumber; reason: string },
  ): Promise<Outcome<{ number: CertificateNumber; state: 'voided' }>> {
    return this.ledger.perform(command, async (tx) => {
      const certificate = await this.certificates.lock(tx, command.number);
      const entry = voidCertificate(certificate, command.reason);
      return { entries: [entry], result: { number: certificate.number, state: 'voided' as const } };
    });
  }
}

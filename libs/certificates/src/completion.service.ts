import { Injectable } from '@nestjs/common';
import type { DraftOf } from '#entries';
import { EvidenceStore } from '#evidence';
import { derivedId, sha256Hex, type CertificateNumber, type EntryId } from '#kernel';
import { Ledger, type Command } from '#ledger';
import { CertificateQueries } from './certificate.queries.js';
import type { CertificateRecord } from './domain/certificate-record.js';
import { contentBytes } from './domain/content-hash.js';
import { Drawing } from './drawing.service.js';
import { Sealing } from './sealing.service.js';

/**
 * Brings a numbered certificate to its sealed file (certificate.md): draw → prepared → seal → issued. Each step
 * starts from what the ledger and the frozen inputs say, so whoever calls it goes on where a crash ended.
 */
@Injectable()
export class CertificateCompletion {
  constructor(
    private readonly certificates: CertificateQueries,
    private readonly ledger: Ledger,
    private readonly drawing: Drawing,
    private readonly store: EvidenceStore,
    private readonly sealing: Sealing,
  ) {}

  /** Carries the certificate to `issued` and gives it; one that is past that is given as it is. */
  async complete(number: CertificateNumber): Promise<CertificateRecord> {
    for (;;) {
      const certificate = await this.certificates.byNumber(number);
      if (certificate.state === 'numbered') await this.prepare(certificate);
      else if (certificate.state === 'prepared') await this.seal(certificate);
      else return certificate;
    }
  }

  private async prepare(certificate: CertificateRecord): Promise<void> {
    const { number, submission, numbered } = certificate;
    const content = await this.certificates.content(number);
    const base = await this.drawing.draw(content, { person: certificate.issuer, agency: certificate.agency });
    const sha256 = await this.store.putBytes(base, 'certificate');
    const json = sha256Hex(contentBytes(content));
    await this.record(certificate, {
      type: 'certificate.prepared',
      subject: { kind: 'certificate', id: number },
      data: { number, submission, numbered, json, base: sha256, length: String(base.length) },
    });
  }

  private async seal(certificate: CertificateRecord): Promise<void> {
    const { number, submission, numbered } = certificate;
    const sealed = await this.sealing.seal(await this.store.read(certificate.base!), certificate);
    const sha256 = await this.store.putBytes(sealed, 'certificate');
    await this.record(certificate, {
      type: 'certificate.issued',
      subject: { kind: 'certificate', id: number },
      data: { number, submission, numbered, revision: 1, length: String(sealed.length), sha256 },
    });
    await this.sealing.publish();
  }

  /**
   * Records one step once: its key comes from the number, so of two processes that complete the same number the
   * second is answered with the first one's entry (a signature made twice has other bytes, but only one counts).
   */
  private async record(
    certificate: CertificateRecord,
    draft: DraftOf<'certificate.prepared'> | DraftOf<'certificate.issued'>,
  ): Promise<void> {
    const { number, issuer: person, agency } = certificate;
    const expected = draft.type === 'certificate.prepared' ? 'numbered' : 'prepared';
    const command: Command = {
      key: derivedId<EntryId>(draft.type, number),
      fingerprint: sha256Hex(`${draft.type} ${number}`),
      person,
      agency,
    };
    await this.ledger.perform(command, async (tx) => {
      const now = await this.certificates.lock(tx, number);
      if (now.state !== expected) throw new Error(`certificate ${number} is ${now.state}, not ${expected}`);
      return { entries: [draft], result: { number } };
    });
  }
}

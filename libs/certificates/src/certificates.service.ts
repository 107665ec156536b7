import { Injectable, Logger } from '@nestjs/common';
import { EvidenceStore } from '#evidence';
import { DomainError, type CertificateNumber } from '#kernel';
import type { Outcome } from '#ledger';
import { setTimeout as wait } from 'node:timers/promises';
import { CertificateQueries } from './certificate.queries.js';
import { CertificateRepository } from './certificate.repository.js';
import { CertificateCompletion } from './completion.service.js';
import type { CertificateRecord } from './domain/certificate-record.js';
import { contentBytes } from './domain/content-hash.js';
import { IssueService } from './issue.service.js';
import type { IssueCommand } from './issue-signing.service.js';

const patienceMs = 20_000;

export type Issued = Outcome<{ number: CertificateNumber }> & { readonly certificate: CertificateRecord };

/** Issues certificates and gives out their files. */
@Injectable()
export class Certificates {
  private readonly logger = new Logger('Certificates');

  constructor(
    private readonly issuing: IssueService,
    private readonly completion: CertificateCompletion,
    private readonly certificates: CertificateQueries,
    private readonly repository: CertificateRepository,
    private readonly store: EvidenceStore,
  ) {}

  /**
   * Numbers the certificate and waits a while for its sealed file; one that takes longer, or fails now, is completed
   * by the worker. `certificate.state` says which.
   */
  async issue(command: IssueCommand): Promise<Issued> {
    const outcome = await this.issuing.number(command);
    const { number } = outcome.result;
    const stop = new AbortController();
    const late = wait(patienceMs, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
    await Promise.race([this.complete(number), late]);
    stop.abort();
    return { ...outcome, certificate: await this.certificates.byNumber(number) };
  }

  /** Carries a number to its end; a failure is logged and counted, and left to the next try. Gives whether it ended. */
  async complete(number: CertificateNumber): Promise<boolean> {
    try {
      await this.completion.complete(number);
      return true;
    } catch (error) {
      this.logger.error(
        `certificate ${number}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`,
      );
      await this.repository.noteFailure(number, error instanceof Error ? error.message : String(error));
      return false;
    }
  }

  /** The file of a revision (the newest without one); throws `conflict` `certificate.not-issued`, `missing`. */
  async file(number: CertificateNumber, revision?: number): Promise<{ bytes: Buffer; sha256: string }> {
    const { revisions, state } = await this.certificates.byNumber(number);
    if (revisions.length === 0)
      throw new DomainError('conflict', 'certificate.not-issued', { number, state });
    const wanted =
      revision === undefined ? revisions.at(-1) : revisions.find((one) => one.revision === revision);
    if (!wanted)
      throw new DomainError('missing', 'certificate.no-revision', { number, revision: String(revision) });
    return { bytes: await this.store.read(wanted.sha256), sha256: wanted.sha256 };
  }

  /** The data as it is attached to the file, RFC 8785 bytes; throws as {@link file}. */
  async json(number: CertificateNumber): Promise<Uint8Array> {
    const { revisions, state } = await this.certificates.byNumber(number);
    if (revisions.length === 0)
      throw new DomainError('conflict', 'certificate.not-issued', { number, state });
    return contentBytes(await this.certificates.content(number));
  }
}

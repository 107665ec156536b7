import { Injectable } from '@nestjs/common';
import {
  DomainError,
  formatInstant,
  type BatchId,
  type CertificateNumber,
  type PersonId,
  type Sha256,
} from '#kernel';
import { Checkpoints, Ledger, type KeptCheckpoint, type Outcome } from '#ledger';
import { certificateNumber } from '#papers';
import type { Tx } from '#platform';
import { CertificateFactsLoader, type LoadedFacts } from './certificate-facts.loader.js';
import { CertificateRepository } from './certificate.repository.js';
import { assembleContent, type StatedContent } from './domain/assemble-content.js';
import type { CertificateContent } from './domain/certificate-content.js';
import { contentHash } from './domain/content-hash.js';
import { IssueSigning, type IssueCommand } from './issue-signing.service.js';
import { mayCertify, numberCertificate } from './domain/number-certificate.js';

export interface Preview {
  readonly contentHash: Sha256;
  readonly content: StatedContent;
}

const checkpointTries = 5;
/** Thrown inside the unit of work where entries of the batch came after checkpoint C0; never reaches anyone. */
class CheckpointTooOld extends Error {}

/** Takes the number and freezes everything that the file is made from (certificate.md, step 1). */
@Injectable()
export class IssueService {
  constructor(
    private readonly ledger: Ledger,
    private readonly checkpoints: Checkpoints,
    private readonly loader: CertificateFactsLoader,
    private readonly repository: CertificateRepository,
    private readonly signing: IssueSigning,
  ) {}

  /** What would be certified now, and the hash that the issuer's step-up binds; throws as {@link number}. */
  preview(batch: BatchId): Promise<Preview> {
    return this.signing.unitOfWork.run(async (tx) => {
      const facts = await this.loader.load(tx, batch);
      mayCertify(facts.issue);
      const content = assembleContent(facts.content);
      return { contentHash: hashOf(content), content };
    });
  }

  /** Why this person may not issue the batch's certificate: an earlier act on its goods; undefined where there is none. */
  refusalFor(batch: BatchId, person: PersonId): Promise<DomainError | undefined> {
    return this.signing.unitOfWork.run(async (tx) => {
      try {
        const { lots } = await this.loader.load(tx, batch);
        await this.signing.refuseEarlier(tx, { person }, lots);
        return undefined;
      } catch (error) {
        if (error instanceof DomainError && error.code.startsWith('duties.')) return error;
        throw error;
      }
    });
  }

  /**
   * Numbers the batch's certificate. Throws the codes of `mayCertify`, `refused` `duties.same-goods` for an issuer who
   * took part earlier, `access.step-up-required`.
   */
  async number(command: IssueCommand): Promise<Outcome<{ number: CertificateNumber }>> {
    // A seal that is made now must be valid already at the time of issue.
    await this.signing.ensureSeal(command.agency);
    for (let attempt = 1; ; attempt += 1) {
      const c0 = await this.checkpoints.make();
      try {
        return await this.ledger.perform(command, (tx, { recordedMs }) =>
          this.decide(tx, { command, c0, recordedMs }),
        );
      } catch (error) {
        if (!(error instanceof CheckpointTooOld)) throw error;
        if (attempt === checkpointTries) throw new DomainError('busy', 'request.busy');
      }
    }
  }

  private async decide(
    tx: Tx,
    { command, c0, recordedMs }: { command: IssueCommand; c0: KeptCheckpoint; recordedMs: number },
  ) {
    const facts = await this.loader.lockAndLoad(tx, command.batch);
    mayCertify(facts.issue);
    await this.signing.refuseEarlier(tx, command, facts.lots);
    const stated = assembleContent(facts.content);
    const hash = hashOf(stated);
    const signature = await this.signing.stepUp(tx, command, hash);
    const range = await this.repository.ledgerRange(tx, facts.lots);
    if (range.unnumbered > 0 || range.last >= c0.size) throw new CheckpointTooOld();
    const issuedAt = formatInstant(recordedMs);
    const year = new Date(recordedMs).getUTCFullYear();
    const number = certificateNumber(
      facts.content.agency,
      year,
      await this.repository.takeSerial(tx, command.agency, year),
    );
    const checkpoint = { origin: c0.origin, size: c0.size, root: c0.root };
    const ledger = { first: range.first, last: range.last, checkpoint };
    const content: CertificateContent = { ...stated, number, issuedAt, ledger };
    await this.repository.freeze(tx, number, content);
    const entry = numberCertificate({
      ...identityOf(facts, command),
      number,
      issuedAt,
      contentHash: hash,
      checkpoint,
      signature,
    });
    return { entries: [entry] as const, result: { number } };
  }
}

function identityOf({ submission }: LoadedFacts, { batch, agency }: IssueCommand) {
  return { batch, agency, submission };
}

function hashOf(content: StatedContent): Sha256 {
  const unknown = { size: 0, root: '', origin: '' };
  const ledger = { first: 0, last: 0, checkpoint: unknown };
  return contentHash({ ...content, number: '', issuedAt: formatInstant(0), ledger });
}

import { Injectable } from '@nestjs/common';
import { CertificateQueries } from '#certificates';
import { EvidenceReader } from '#evidence';
import { DomainError, sha256Hex, type CertificateNumber, type EntryId, type Sha256 } from '#kernel';
import { Ledger, type Command, type Outcome } from '#ledger';
import { UnitOfWork, type Tx } from '#platform';
import type { PublicReport } from '#published';
import { randomBytes } from 'node:crypto';
import { figuresOf } from './domain/figures-of.js';
import {
  prepareReport,
  releaseReport,
  withdrawReport,
  type ReportFacts,
  type WithdrawalCause,
} from './domain/release-report.js';
import { reportContent, type ReportContent, type ReportRequest } from './domain/report-content.js';
import { ReportRepository } from './report.repository.js';

export type ReportCommand = Command & { readonly number: CertificateNumber };
type Result<S extends string> = {
  readonly number: CertificateNumber;
  readonly publication: S;
  /** SHA-256 of what is published beside the figures. */
  readonly content?: Sha256;
};

/**
 * Publishing the figures of a certificate, by two persons, and taking them back. Throws the codes of the rules in
 * domain/release-report and domain/report-content.
 */
@Injectable()
export class ReportService {
  constructor(
    private readonly ledger: Ledger,
    private readonly certificates: CertificateQueries,
    private readonly reports: ReportRepository,
    private readonly evidence: EvidenceReader,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  prepare(command: ReportCommand, asked: ReportRequest): Promise<Outcome<Result<'prepared'>>> {
    const { number } = command;
    return this.ledger.perform(command, async (tx, { entry }) => {
      const facts = await this.lockAndLoad(tx, number);
      const photos = await this.reports.photos(tx, facts.submission);
      const kept = reportContent(asked, photos, randomBytes(16).toString('base64url'));
      const content = await this.reports.keep(tx, entry, number, kept);
      const draft = prepareReport(facts, content);
      return { entries: [draft], result: { number, publication: 'prepared' as const, content } };
    });
  }

  /** `seen`: hash of the content that the second person looked at. */
  async release(command: ReportCommand, seen?: Sha256): Promise<Outcome<Result<'released'>>> {
    const { number, person } = command;
    // Frozen with the number and with the preparation, so both may be read and drawn outside of the unit of work.
    const figures = figuresOf(await this.certificates.content(number));
    const drawn = await this.draw(command);
    return this.ledger.perform(command, async (tx, { entry }) => {
      const facts = await this.lockAndLoad(tx, number);
      const draft = releaseReport(facts, person, seen);
      if (facts.report?.prepared !== drawn?.prepared)
        throw new DomainError('conflict', 'publication.content-changed', { number });
      const report = drawn && reportOf(drawn.content, facts.report?.content, drawn.pictures);
      await this.reports.publish(
        tx,
        { release: entry, number },
        {
          figures: { ...figures, ...(report && { report }) },
          pictures: new Map([...(drawn?.pictures.values() ?? [])].map((one) => [sha256Hex(one), one])),
        },
      );
      return { entries: [draft], result: { number, publication: 'released' as const } };
    });
  }

  withdraw(
    command: ReportCommand,
    { cause, note }: { cause: WithdrawalCause; note?: string },
  ): Promise<Outcome<Result<'withdrawn'>>> {
    const { number } = command;
    return this.ledger.perform(command, async (tx, { entry }) => {
      const draft = withdrawReport(await this.lockAndLoad(tx, number), cause);
      if (note !== undefined && note !== '') await this.reports.note(tx, entry, note);
      return { entries: [draft], result: { number, publication: 'withdrawn' as const } };
    });
  }

  /** The prepared content with its pictures, drawn anew from checked originals: no metadata comes along. */
  private async draw({ number, person, agency }: ReportCommand): Promise<Drawn | undefined> {
    const { prepared, content } = await this.unitOfWork.run(async (tx) => {
      const report = await this.reports.of(tx, number);
      return {
        prepared: report?.prepared,
        content: report && (await this.reports.contentOf(tx, report.prepared)),
      };
    });
    const wanted = (content?.photos ?? []).map(({ sha256 }) => sha256);
    const pictures = await this.evidence.thumbnails({ person, agency }, wanted);
    return prepared && { prepared, content, pictures };
  }

  private async lockAndLoad(tx: Tx, number: CertificateNumber): Promise<ReportFacts> {
    const { submission, state } = await this.certificates.lock(tx, number);
    const report = await this.reports.of(tx, number);
    return { number, submission, state, ...(report && { report }) };
  }
}

interface Drawn {
  readonly prepared: EntryId;
  readonly content: ReportContent | undefined;
  readonly pictures: ReadonlyMap<Sha256, Buffer>;
}

/** What is published of a content; a picture that can't be drawn any more is left out. */
function reportOf(
  content: ReportContent | undefined,
  hash: Sha256 | undefined,
  pictures: ReadonlyMap<Sha256, Buffer>,
): PublicReport | undefined {
  if (!content || !hash) return undefined;
  const { v: _, photos, ...rest } = content;
  return {
    ...rest,
    content: hash,
    photos: photos.flatMap(({ sha256: original, ...words }) => {
      const picture = pictures.get(original);
      return picture ? [{ ...words, original, sha256: sha256Hex(picture) }] : [];
    }),
  };
}

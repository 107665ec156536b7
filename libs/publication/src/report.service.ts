import { Injectable } from '@nestjs/common';
import { CertificateQueries } from '#certificates';
import type { CertificateNumber } from '#kernel';
import { Ledger, type Command, type Outcome } from '#ledger';
import type { Tx } from '#platform';
import { figuresOf } from './domain/figures-of.js';
import { prepareReport, releaseReport, type ReportFacts } from './domain/release-report.js';
import { ReportRepository } from './report.repository.js';

export type ReportCommand = Command & { readonly number: CertificateNumber };
type Result = { readonly number: CertificateNumber; readonly publication: 'prepared' | 'released' };

/** Publishing the figures of a certificate, by two persons. Throws the codes of the rules in domain/release-report. */
@Injectable()
export class ReportService {
  constructor(
    private readonly ledger: Ledger,
    private readonly certificates: CertificateQueries,
    private readonly reports: ReportRepository,
  ) {}

  prepare(command: ReportCommand): Promise<Outcome<Result>> {
    const { number } = command;
    return this.ledger.perform(command, async (tx) => {
      const entry = prepareReport(await this.lockAndLoad(tx, number));
      return { entries: [entry], result: { number, publication: 'prepared' as const } };
    });
  }

  async release(command: ReportCommand): Promise<Outcome<Result>> {
    const { number, person } = command;
    // Frozen with the number, so it may be read outside of the unit of work.
    const figures = figuresOf(await this.certificates.content(number));
    return this.ledger.perform(command, async (tx) => {
      const entry = releaseReport(await this.lockAndLoad(tx, number), person);
      await this.reports.publish(tx, number, figures);
      return { entries: [entry], result: { number, publication: 'released' as const } };
    });
  }

  private async lockAndLoad(tx: Tx, number: CertificateNumber): Promise<ReportFacts> {
    const { submission, state } = await this.certificates.lock(tx, number);
    const report = await this.reports.of(tx, number);
    return { number, submission, state, ...(report && { report }) };
  }
}

import { Injectable } from '@nestjs/common';
import {
  formatInstant,
  type CertificateNumber,
  type EntryId,
  type Instant,
  type PersonId,
  type Sha256,
} from '#kernel';
import { UnitOfWork, type Tx } from '#platform';
import type { EventPhoto, ReportContent } from './domain/report-content.js';
import type { WithdrawalCause } from './domain/release-report.js';
import { ReportRepository } from './report.repository.js';

export type ReportState = 'none' | 'prepared' | 'released' | 'withdrawn';

/** A report as its agency sees it. */
export interface ReportShown {
  readonly state: ReportState;
  readonly preparedBy?: PersonId;
  readonly preparedAt?: Instant;
  readonly releasedBy?: PersonId;
  readonly releasedAt?: Instant;
  readonly withdrawnBy?: PersonId;
  readonly withdrawnAt?: Instant;
  readonly cause?: WithdrawalCause;
  /** Why, in words for colleagues. */
  readonly note?: string;
  readonly content?: ReportContent;
  /** SHA-256 of the content. */
  readonly hash?: Sha256;
}

interface Row {
  readonly prepared: EntryId;
  readonly prepared_by: PersonId;
  readonly prepared_at: Date | null;
  readonly released_by: PersonId | null;
  readonly released_at: Date | null;
  readonly withdrawn_by: PersonId | null;
  readonly withdrawn_at: Date | null;
  readonly released: EntryId | null;
  readonly withdrawn: EntryId | null;
  readonly cause: WithdrawalCause | null;
  readonly note: string | null;
  readonly content_sha256: Sha256 | null;
}

/** Reads of reports for pages and programs of the staff. */
@Injectable()
export class ReportQueries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ReportRepository,
  ) {}

  /** How far the report of a certificate is, with what was prepared; access is the caller's to check. */
  of(number: CertificateNumber): Promise<ReportShown> {
    return this.unitOfWork.run(async (tx) => {
      const [row]: Row[] = await tx.query(
        `SELECT r.*, n.note FROM state.reports r LEFT JOIN work.report_notes n ON n.withdrawn = r.withdrawn
         WHERE r.number = $1`,
        [number],
      );
      return row ? this.shown(tx, row) : { state: 'none' };
    });
  }

  /** Photos that can be chosen for the public: those of the closed events of the certificate's list. */
  photos(submission: EntryId): Promise<EventPhoto[]> {
    return this.unitOfWork.run((tx) => this.reports.photos(tx, submission));
  }

  private async shown(tx: Tx, row: Row): Promise<ReportShown> {
    const content = await this.reports.contentOf(tx, row.prepared);
    return {
      state: row.withdrawn ? 'withdrawn' : row.released ? 'released' : 'prepared',
      preparedBy: row.prepared_by,
      ...(row.prepared_at && { preparedAt: instant(row.prepared_at) }),
      ...(row.released_by && { releasedBy: row.released_by }),
      ...(row.released_at && { releasedAt: instant(row.released_at) }),
      ...(row.withdrawn_by && { withdrawnBy: row.withdrawn_by }),
      ...(row.withdrawn_at && { withdrawnAt: instant(row.withdrawn_at) }),
      ...(row.cause && { cause: row.cause }),
      ...(row.note && { note: row.note }),
      ...(content && { content }),
      ...(row.content_sha256 && { hash: row.content_sha256 }),
    };
  }
}

function instant(date: Date): Instant {
  return formatInstant(date.getTime());
}

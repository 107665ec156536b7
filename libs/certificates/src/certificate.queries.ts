import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  formatInstant,
  type AgencyId,
  type BatchId,
  type CertificateNumber,
  type EntryId,
  type PersonId,
  type Sha256,
} from '#kernel';
import { PersonalData } from '#ledger';
import { UnitOfWork, type Tx } from '#platform';
import { DataSource } from 'typeorm';
import type { CertificateContent } from './domain/certificate-content.js';
import type { CertificateRecord, CertificateState } from './domain/certificate-record.js';
import { CERTIFICATE_OPTIONS, verificationAddress, type CertificateOptions } from './tokens.js';

export interface CertificateSearch {
  readonly agencies: readonly AgencyId[];
  /** Part of a number, of the batch's id, or nothing. */
  readonly text?: string;
  readonly state?: string;
  /** Sort key of the last row of the page before: issue time and number. */
  readonly after?: readonly string[];
  readonly limit: number;
}

interface Row {
  number: CertificateNumber;
  batch: BatchId;
  submission: EntryId;
  agency: AgencyId;
  issuer: PersonId;
  state: CertificateState;
  issued_at: Date;
  content_hash: Sha256;
  numbered: EntryId;
  prepared: EntryId | null;
  issued: EntryId | null;
  json_sha256: Sha256 | null;
  base_sha256: Sha256 | null;
  reason: string | null;
  revocation_request: EntryId | null;
  revocation_by: PersonId | null;
  revocation_reason: Sha256 | null;
  revisions: { revision: number; length: string; sha256: Sha256 }[];
}

const columns = `c.*, coalesce((SELECT json_agg(json_build_object('revision', r.revision, 'length', r.length::text,
  'sha256', r.sha256) ORDER BY r.revision) FROM state.certificate_revisions r WHERE r.number = c.number), '[]') AS revisions`;

/** Reads of certificates. */
@Injectable()
export class CertificateQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly personal: PersonalData,
    @Inject(CERTIFICATE_OPTIONS) private readonly options: CertificateOptions,
  ) {}

  /** Where anyone checks the certificate: on the public site. */
  verifyUrl(number: CertificateNumber): string {
    return verificationAddress(this.options, number);
  }

  /** One certificate, with the reason of a revocation that was only asked for; throws `missing` `certificate.unknown`. */
  async byNumber(number: CertificateNumber): Promise<CertificateRecord> {
    const sql = `SELECT ${columns} FROM state.certificates c WHERE number = $1`;
    return this.unitOfWork.run((tx) => this.one(tx, sql, number));
  }

  /** The same, locked until the end of the unit of work. */
  async lock(tx: Tx, number: CertificateNumber): Promise<CertificateRecord> {
    const sql = `SELECT ${columns} FROM state.certificates c WHERE number = $1 FOR UPDATE OF c`;
    return this.one(tx, sql, number);
  }

  /** All certificates of a batch, the oldest first. */
  async ofBatch(batch: BatchId): Promise<CertificateRecord[]> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT ${columns} FROM state.certificates c WHERE batch = $1 ORDER BY issued_at`,
      [batch],
    );
    return rows.map(recordOf);
  }

  /** Certificates that some agency of the list may see, newest first; one row more than `limit` where there is one. */
  async search({ agencies, text, state, after, limit }: CertificateSearch): Promise<CertificateRecord[]> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT ${columns} FROM state.certificates c
       WHERE EXISTS (SELECT 1 FROM state.visibility v WHERE v.kind = 'certificate' AND v.subject = c.number
                     AND v.agency = ANY($1))
         AND ($2::text IS NULL OR c.number ILIKE '%' || $2 || '%' OR c.batch::text = $2)
         AND ($3::text IS NULL OR c.state = $3)
         AND ($4::timestamptz IS NULL OR (c.issued_at, c.number) < ($4, $5))
       ORDER BY c.issued_at DESC, c.number DESC LIMIT $6`,
      [
        agencies,
        text?.replace(/[%_\\]/g, '\\$&') ?? null,
        state ?? null,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
      ],
    );
    return rows.map(recordOf);
  }

  /** Numbers that are not brought to an end yet, with how often that failed; the oldest first. */
  unfinished(): Promise<{ number: CertificateNumber; failures: number }[]> {
    return this.dataSource.query(
      `SELECT c.number, i.failures FROM state.certificates c JOIN work.certificate_inputs i ON i.number = c.number
       WHERE c.state IN ('numbered', 'prepared') ORDER BY c.issued_at`,
    );
  }

  /** The frozen content of a number. */
  async content(number: CertificateNumber): Promise<CertificateContent> {
    const [row] = await this.dataSource.query(
      'SELECT content FROM work.certificate_inputs WHERE number = $1',
      [number],
    );
    if (!row) throw new DomainError('missing', 'certificate.unknown', { id: number });
    return JSON.parse((row as { content: string }).content) as CertificateContent;
  }

  private async one(tx: Tx, sql: string, number: CertificateNumber): Promise<CertificateRecord> {
    const [row]: Row[] = await tx.query(sql, [number]);
    if (!row) throw new DomainError('missing', 'certificate.unknown', { id: number });
    const record = recordOf(row);
    const { reasonHash } = record.revocation ?? {};
    if (record.reason !== undefined || reasonHash === undefined) return record;
    const reason = await this.personal.open(tx, reasonHash);
    return { ...record, ...(typeof reason === 'string' && { reason }) };
  }
}

function recordOf(row: Row): CertificateRecord {
  const { number, batch, submission, agency, issuer, state, numbered } = row;
  return {
    ...{ number, batch, submission, agency, issuer, state, numbered },
    issuedAt: formatInstant(row.issued_at.getTime()),
    contentHash: row.content_hash,
    ...(row.prepared && { prepared: row.prepared }),
    ...(row.issued && { issued: row.issued }),
    ...(row.json_sha256 && { json: row.json_sha256 }),
    ...(row.base_sha256 && { base: row.base_sha256 }),
    ...(row.reason && { reason: row.reason }),
    ...(row.revocation_request && {
      revocation: {
        request: row.revocation_request,
        by: row.revocation_by!,
        ...(row.revocation_reason && { reasonHash: row.revocation_reason }),
      },
    }),
    revisions: row.revisions.map((one) => ({ ...one, length: Number(one.length) })),
  };
}

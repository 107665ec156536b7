import { Injectable } from '@nestjs/common';
import type { AgencyId, CertificateNumber, LotId } from '#kernel';
import type { Tx } from '#platform';
import { DataSource } from 'typeorm';
import { contentBytes } from './domain/content-hash.js';
import type { CertificateContent } from './domain/certificate-content.js';

/** Counters, frozen inputs and ledger ranges: what numbering and completion need beside the entries. */
@Injectable()
export class CertificateRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Locks the counter of an agency and year until the end of the unit of work and takes its next serial. */
  async takeSerial(tx: Tx, agency: AgencyId, year: number): Promise<number> {
    const [row] = await tx.query(
      `INSERT INTO work.certificate_serials AS s (agency, year, last) VALUES ($1, $2, 1)
       ON CONFLICT (agency, year) DO UPDATE SET last = s.last + 1 RETURNING last`,
      [agency, year],
    );
    return (row as { last: number }).last;
  }

  /** Freezes what the file is drawn from; the bytes are those that the attachment will have. */
  async freeze(tx: Tx, number: CertificateNumber, content: CertificateContent): Promise<void> {
    const text = Buffer.from(contentBytes(content)).toString('utf8');
    await tx.query('INSERT INTO work.certificate_inputs (number, content) VALUES ($1, $2)', [number, text]);
  }

  /** Notes that completing a number failed; the worker tries again later. */
  async noteFailure(number: CertificateNumber, failure: string): Promise<void> {
    await this.dataSource.query(
      'UPDATE work.certificate_inputs SET failures = failures + 1, failure = $2 WHERE number = $1',
      [number, failure.slice(0, 500)],
    );
  }

  /** First and last ledger number of everything that happened to these lots, and how much of it is not numbered yet. */
  async ledgerRange(
    tx: Tx,
    lots: readonly LotId[],
  ): Promise<{ first: number; last: number; unnumbered: number }> {
    const [row] = await tx.query(
      `SELECT min(s.seq) AS first, max(s.seq) AS last, count(*) FILTER (WHERE s.seq IS NULL) AS unnumbered
       FROM (SELECT DISTINCT entry FROM ledger.entry_lots WHERE lot = ANY($1)) l
       LEFT JOIN ledger.sequence s ON s.entry = l.entry`,
      [lots],
    );
    const { first, last, unnumbered } = row as Record<string, string>;
    return { first: Number(first), last: Number(last), unnumbered: Number(unnumbered) };
  }
}

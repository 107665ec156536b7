import { Injectable } from '@nestjs/common';
import type { CertificateNumber, EntryId, PersonId } from '#kernel';
import type { Tx } from '#platform';
import type { ReportFacts } from './domain/release-report.js';

/** Reports: what stands of them, and the figures that a release makes public. */
@Injectable()
export class ReportRepository {
  /** How far the report of a certificate is; the caller holds the certificate's lock. */
  async of(tx: Tx, number: CertificateNumber): Promise<ReportFacts['report'] | undefined> {
    const [row] = await tx.query(
      'SELECT prepared, prepared_by, released FROM state.reports WHERE number = $1',
      [number],
    );
    if (!row) return undefined;
    const { prepared, prepared_by: by, released } = row as Record<string, string | null>;
    return { prepared: prepared as EntryId, by: by as PersonId, released: released !== null };
  }

  /**
   * Puts the figures where the public reads them. No projector can do it: they come from the frozen content, whose
   * hash alone stands in the ledger (certificate.prepared).
   */
  async publish(tx: Tx, number: CertificateNumber, figures: object): Promise<void> {
    await tx.query('INSERT INTO published.certificate_figures (number, figures) VALUES ($1, $2)', [
      number,
      JSON.stringify(figures),
    ]);
  }
}

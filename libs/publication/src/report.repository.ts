import { Injectable } from '@nestjs/common';
import { sha256Hex, type CertificateNumber, type EntryId, type PersonId, type Sha256 } from '#kernel';
import { canonicalBytes } from '#merkle';
import type { Tx } from '#platform';
import type { EventPhoto, ReportContent } from './domain/report-content.js';
import type { ReportFacts } from './domain/release-report.js';

/** Reports: what stands of them, what was prepared, and what a release makes public. */
@Injectable()
export class ReportRepository {
  /** How far the report of a certificate is; the caller holds the certificate's lock. */
  async of(tx: Tx, number: CertificateNumber): Promise<ReportFacts['report'] | undefined> {
    const [row] = await tx.query(
      'SELECT prepared, prepared_by, content_sha256, released, withdrawn FROM state.reports WHERE number = $1',
      [number],
    );
    if (!row) return undefined;
    const { prepared, prepared_by: by, content_sha256: content, released, withdrawn } = row as Row;
    return {
      ...{ prepared, by, withdrawn: withdrawn !== null },
      ...(content !== null && { content }),
      ...(released !== null && { released }),
    };
  }

  /** Photos of the events of a frozen list that were closed, in the order of receipt. */
  photos(tx: Tx, submission: EntryId): Promise<EventPhoto[]> {
    return tx.query(
      `SELECT DISTINCT ON (p.recorded, p.id) p.sha256, p.stage, p.damaged
       FROM state.photos p JOIN state.events e ON e.id = p.event
       WHERE e.submission = $1 AND e.status = 'closed' ORDER BY p.recorded, p.id`,
      [submission],
    );
  }

  /** Keeps the content whose hash the entry `prepared` has. */
  async keep(tx: Tx, prepared: EntryId, number: CertificateNumber, content: ReportContent): Promise<Sha256> {
    const bytes = canonicalBytes(content);
    await tx.query('INSERT INTO work.report_contents (prepared, number, content) VALUES ($1, $2, $3)', [
      prepared,
      number,
      Buffer.from(bytes).toString('utf8'),
    ]);
    return sha256Hex(bytes);
  }

  async contentOf(tx: Tx, prepared: EntryId): Promise<ReportContent | undefined> {
    const [row] = await tx.query('SELECT content FROM work.report_contents WHERE prepared = $1', [prepared]);
    return row && (JSON.parse((row as { content: string }).content) as ReportContent);
  }

  /**
   * Puts figures and pictures where the public reads them, under the release's entry. No projector can do it: of the
   * content, the ledger has the hash alone (certificate.prepared, report.prepared).
   */
  async publish(
    tx: Tx,
    { release, number }: { release: EntryId; number: CertificateNumber },
    { figures, pictures }: { figures: object; pictures: ReadonlyMap<Sha256, Buffer> },
  ): Promise<void> {
    await tx.query(
      'INSERT INTO published.certificate_figures (release, number, figures) VALUES ($1, $2, $3)',
      [release, number, JSON.stringify(figures)],
    );
    for (const [sha256, picture] of pictures)
      await tx.query('INSERT INTO published.photos (release, sha256, picture) VALUES ($1, $2, $3)', [
        release,
        sha256,
        picture,
      ]);
  }

  /** Why, in words for colleagues. */
  async note(tx: Tx, withdrawn: EntryId, note: string): Promise<void> {
    await tx.query('INSERT INTO work.report_notes (withdrawn, note) VALUES ($1, $2)', [withdrawn, note]);
  }
}

interface Row {
  readonly prepared: EntryId;
  readonly prepared_by: PersonId;
  readonly content_sha256: Sha256 | null;
  readonly released: EntryId | null;
  readonly withdrawn: EntryId | null;
}

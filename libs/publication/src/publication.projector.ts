import { Injectable } from '@nestjs/common';
import type { EntryOf } from '#entries';
import { Projectors } from '#ledger';
import type { Tx } from '#platform';

/** Writes what the public may know of certificates; figures come with the release (see ReportService). */
@Injectable()
export class PublicationProjector {
  constructor(projectors: Projectors) {
    projectors.on('certificate.numbered', (tx, entry) => this.numbered(tx, entry));
    projectors.on('certificate.prepared', async (tx, { recorded, data }) => {
      await this.state(tx, data.number, 'prepared', recorded);
      await tx.query('UPDATE published.certificates SET base_sha256 = $2 WHERE number = $1', [
        data.number,
        data.base,
      ]);
    });
    projectors.on('certificate.issued', (tx, entry) => this.issued(tx, entry));
    projectors.on('certificate.voided', (tx, { recorded, data }) =>
      this.state(tx, data.number, 'voided', recorded),
    );
    projectors.on('certificate.revoked', (tx, { recorded, data }) =>
      this.state(tx, data.number, 'revoked', recorded),
    );
    projectors.on('report.prepared', (tx, entry) => this.reportPrepared(tx, entry));
    projectors.on('report.released', (tx, entry) => this.released(tx, entry));
    projectors.on('report.withdrawn', (tx, entry) => this.withdrawn(tx, entry));
  }

  private async numbered(tx: Tx, { recorded, data }: EntryOf<'certificate.numbered'>): Promise<void> {
    await tx.query(
      `INSERT INTO published.certificates
         (number, state, state_at, issued_at, agency, agency_zh, agency_en, replaces)
       SELECT $1, 'numbered', $2, $3, code, name_zh, name_en, $5 FROM state.agencies WHERE id = $4`,
      [data.number, recorded, data.issuedAt, data.agency, data.replaces ?? null],
    );
  }

  private async issued(tx: Tx, { recorded, data }: EntryOf<'certificate.issued'>): Promise<void> {
    await this.state(tx, data.number, 'issued', recorded);
    await tx.query(
      'INSERT INTO published.certificate_revisions (number, revision, length, sha256) VALUES ($1, $2, $3, $4)',
      [data.number, data.revision, data.length, data.sha256],
    );
    // A successor ends the certificate that it replaces only now: until then the old one stands.
    await tx.query(
      `UPDATE published.certificates SET state = 'superseded', state_at = $2, replaced_by = $1
       WHERE number = (SELECT replaces FROM published.certificates WHERE number = $1)`,
      [data.number, recorded],
    );
  }

  /** A report that was withdrawn begins anew. */
  private async reportPrepared(
    tx: Tx,
    { id, recorded, actor, data }: EntryOf<'report.prepared'>,
  ): Promise<void> {
    await tx.query('DELETE FROM state.reports WHERE number = $1', [data.number]);
    await tx.query(
      `INSERT INTO state.reports (number, prepared, prepared_by, prepared_at, content_sha256)
       VALUES ($1, $2, $3, $4, $5)`,
      [data.number, id, actor.person, recorded, 'content' in data ? data.content : null],
    );
  }

  private async released(tx: Tx, { id, recorded, actor, data }: EntryOf<'report.released'>): Promise<void> {
    await tx.query(
      'UPDATE state.reports SET released = $2, released_by = $3, released_at = $4 WHERE number = $1',
      [data.number, id, actor.person, recorded],
    );
    await tx.query('UPDATE published.certificates SET released_at = $2, release = $3 WHERE number = $1', [
      data.number,
      recorded,
      id,
    ]);
  }

  /** Pictures go; figures stay under their release, where earlier snapshots are made from, and are shown no more. */
  private async withdrawn(tx: Tx, { id, recorded, actor, data }: EntryOf<'report.withdrawn'>): Promise<void> {
    await tx.query(
      `UPDATE state.reports SET withdrawn = $2, withdrawn_by = $3, withdrawn_at = $4, cause = $5
       WHERE number = $1`,
      [data.number, id, actor.person, recorded, data.cause],
    );
    await tx.query('UPDATE published.certificates SET released_at = NULL, release = NULL WHERE number = $1', [
      data.number,
    ]);
    await tx.query('DELETE FROM published.photos WHERE release = $1', [data.released]);
  }

  private async state(tx: Tx, number: string, state: string, recorded: string): Promise<void> {
    await tx.query('UPDATE published.certificates SET state = $2, state_at = $3 WHERE number = $1', [
      number,
      state,
      recorded,
    ]);
  }
}

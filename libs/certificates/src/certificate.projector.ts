import { Injectable } from '@nestjs/common';
import type { EntryOf } from '#entries';
import { Projectors } from '#ledger';
import { Visibility } from '#identity';
import type { Tx } from '#platform';

/** The only writer of the certificates' tables. */
@Injectable()
export class CertificateProjector {
  constructor(
    projectors: Projectors,
    private readonly visibility: Visibility,
  ) {
    projectors.on('certificate.numbered', (tx, entry) => this.numbered(tx, entry));
    projectors.on('certificate.prepared', (tx, { id, data }) =>
      this.set(tx, data.number, {
        state: 'prepared',
        prepared: id,
        json_sha256: data.json,
        base_sha256: data.base,
      }),
    );
    projectors.on('certificate.issued', (tx, entry) => this.issued(tx, entry));
    projectors.on('certificate.voided', (tx, { data }) =>
      this.set(tx, data.number, { state: 'voided', reason: data.reason }),
    );
    projectors.on('certificate.revocation-requested', (tx, { id, actor, data }) =>
      this.set(tx, data.number, {
        revocation_request: id,
        revocation_by: actor.person,
        ...('reason' in data ? { reason: data.reason } : { revocation_reason: data.reasonHash }),
      }),
    );
    projectors.on('certificate.revoked', (tx, { data }) =>
      this.set(tx, data.number, { state: 'revoked', reason: data.reason }),
    );
  }

  private async numbered(tx: Tx, { id, actor, data }: EntryOf<'certificate.numbered'>): Promise<void> {
    await tx.query(
      `INSERT INTO state.certificates
         (number, batch, submission, agency, issuer, state, issued_at, content_hash, numbered)
       VALUES ($1, $2, $3, $4, $5, 'numbered', $6, $7, $8)`,
      [
        data.number,
        data.batch,
        data.submission,
        data.agency,
        actor.person,
        data.issuedAt,
        data.contentHash,
        id,
      ],
    );
    // Whoever sees the batch sees its certificate, in the same relation.
    const seen: { agency: typeof data.agency; relation: 'own' | 'joint' }[] = await tx.query(
      `SELECT agency, relation FROM state.visibility WHERE kind = 'batch' AND subject = $1`,
      [data.batch],
    );
    const own = { agency: data.agency, relation: 'own' as const };
    for (const { agency, relation } of [own, ...seen]) {
      await this.visibility.grant(tx, { kind: 'certificate', subject: data.number, agency, relation });
    }
  }

  private async issued(tx: Tx, { id, data }: EntryOf<'certificate.issued'>): Promise<void> {
    await this.set(tx, data.number, { state: 'issued', issued: id });
    await tx.query(
      'INSERT INTO state.certificate_revisions (number, revision, length, sha256, entry) VALUES ($1, $2, $3, $4, $5)',
      [data.number, data.revision, data.length, data.sha256, id],
    );
  }

  private async set(tx: Tx, number: string, columns: Readonly<Record<string, string>>): Promise<void> {
    const names = Object.keys(columns);
    const assignments = names.map((name, i) => `${name} = $${String(i + 2)}`).join(', ');
    await tx.query(`UPDATE state.certificates SET ${assignments} WHERE number = $1`, [
      number,
      ...Object.values(columns),
    ]);
  }
}

import { Injectable } from '@nestjs/common';
import { formatInstant, type CertificateNumber, type Sha256 } from '#kernel';
import { DataSource } from 'typeorm';
import type {
  Figures,
  PublishedCertificate,
  PublishedState,
  TrustedSeal,
} from './domain/published-certificate.js';

interface Row {
  number: CertificateNumber;
  state: PublishedState;
  state_at: Date;
  issued_at: Date;
  agency: string;
  agency_zh: string;
  agency_en: string;
  base_sha256: Sha256 | null;
  replaced_by: CertificateNumber | null;
  figures: Figures | null;
  revisions: { revision: number; length: string; sha256: Sha256 }[];
}
/** An entry of a certificate, with the exact bytes that the ledger holds. */
export interface CertificateEntry {
  readonly seq: number;
  readonly type: string;
  readonly body: Buffer;
}

const rows = `SELECT c.*, f.figures,
    coalesce((SELECT json_agg(json_build_object('revision', r.revision, 'length', r.length::text, 'sha256', r.sha256)
      ORDER BY r.revision) FROM published.certificate_revisions r WHERE r.number = c.number), '[]') AS revisions
  FROM published.certificates c LEFT JOIN published.certificate_figures f ON f.release = c.release`;

/** Reads of what is public about certificates. */
@Injectable()
export class PublishedCertificates {
  constructor(private readonly dataSource: DataSource) {}

  async byNumber(number: CertificateNumber): Promise<PublishedCertificate | undefined> {
    const [row]: Row[] = await this.dataSource.query(`${rows} WHERE c.number = $1`, [number]);
    return row && certificateOf(row);
  }

  /** The number under which a file with this hash was issued. */
  async numberOfFile(sha256: Sha256): Promise<CertificateNumber | undefined> {
    const [row] = await this.dataSource.query(
      'SELECT number FROM published.certificate_revisions WHERE sha256 = $1',
      [sha256],
    );
    return (row as { number: CertificateNumber } | undefined)?.number;
  }

  /** Certificates that have a file, the newest first. */
  async newest(limit: number): Promise<PublishedCertificate[]> {
    const found: Row[] = await this.dataSource.query(
      `${rows} WHERE c.state IN ('issued', 'superseded', 'revoked') ORDER BY c.issued_at DESC, c.number DESC LIMIT $1`,
      [limit],
    );
    return found.map(certificateOf);
  }

  /** The numbered entries of one certificate, in ledger order. */
  async history(number: CertificateNumber): Promise<CertificateEntry[]> {
    const found: { seq: string; type: string; body: Buffer }[] = await this.dataSource.query(
      'SELECT seq, type, body FROM published.certificate_history WHERE number = $1 ORDER BY seq',
      [number],
    );
    return found.map(({ seq, ...entry }) => ({ seq: Number(seq), ...entry }));
  }

  /** The seals that are trusted here. */
  trust(): Promise<TrustedSeal[]> {
    return this.dataSource.query('SELECT sha256, agency FROM published.trust');
  }
}

function certificateOf(row: Row): PublishedCertificate {
  return {
    number: row.number,
    state: row.state,
    stateAt: formatInstant(row.state_at.getTime()),
    issuedAt: formatInstant(row.issued_at.getTime()),
    agency: { code: row.agency, zh: row.agency_zh, en: row.agency_en },
    ...(row.base_sha256 && { base: row.base_sha256 }),
    ...(row.replaced_by && { replacedBy: row.replaced_by }),
    ...(row.figures && { figures: row.figures }),
    revisions: row.revisions.map((one) => ({ ...one, length: Number(one.length) })),
  };
}

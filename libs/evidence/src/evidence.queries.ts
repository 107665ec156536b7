import { Injectable } from '@nestjs/common';
import type { EntryId, LotId, Sha256 } from '#kernel';
import type { Sighting } from '#identity';
import type { Tx } from '#platform';
import { DataSource } from 'typeorm';
import type { DocumentSubject } from './domain/add-document.js';

/** One photo or document as the services need it. */
export interface EvidenceItem {
  readonly kind: 'photo' | 'document';
  readonly id: string;
  readonly mediaType: string;
  readonly entry: EntryId;
  readonly damaged: boolean;
  /** True where its bytes were found to differ from the ledger, and no repair is recorded. */
  readonly faulty: boolean;
}

/** Reads that photos and documents share. */
@Injectable()
export class EvidenceQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The first photo or document with these bytes; undefined where none has them. */
  async first(kind: EvidenceItem['kind'], sha256: Sha256): Promise<EvidenceItem | undefined> {
    const damaged = kind === 'photo' ? 'e.damaged' : 'false';
    const [row] = await this.dataSource.query(
      `SELECT e.id, e.media_type AS "mediaType", e.entry, ${damaged} AS damaged, f.sha256 IS NOT NULL AS faulty
       FROM ${tableOf[kind]} e LEFT JOIN state.evidence_faults f ON f.sha256 = e.sha256 AND f.repaired IS NULL
       WHERE e.sha256 = $1 ORDER BY e.recorded, e.id LIMIT 1`,
      [sha256],
    );
    return row ? { ...(row as Omit<EvidenceItem, 'kind'>), kind } : undefined;
  }

  /** The entry by which this very photo or document was added. */
  async entryOf(kind: EvidenceItem['kind'], id: string): Promise<EntryId | undefined> {
    const [row] = await this.dataSource.query(`SELECT entry FROM ${tableOf[kind]} WHERE id = $1`, [id]);
    return (row as { entry: EntryId } | undefined)?.entry;
  }

  /** Who sees these bytes: whoever sees a lot, seizure, event or other subject that they belong to. */
  sightings(kind: EvidenceItem['kind'], sha256: Sha256): Promise<Sighting[]> {
    return this.dataSource.query(kind === 'photo' ? photoSightings : documentSightings, [sha256]);
  }

  /** Every lot that a subject concerns, by the entries about it. */
  async lotsOf(tx: Tx, { kind, id }: DocumentSubject): Promise<LotId[]> {
    if (kind === 'lot') return [id as LotId];
    const rows: { lot: LotId }[] = await tx.query(
      `SELECT DISTINCT l.lot FROM ledger.entries e JOIN ledger.entry_lots l ON l.entry = e.id
       WHERE e.subject_kind = $1 AND e.subject_id = $2 ORDER BY l.lot`,
      [kind, id],
    );
    return rows.map(({ lot }) => lot);
  }

  /** Notes who takes an original out of the system, and why. */
  async noteRead(read: {
    id: string;
    sha256: Sha256;
    by: { person: string; agency: string };
    reason: string;
    at: string;
  }): Promise<void> {
    await this.dataSource.query(
      'INSERT INTO work.original_reads (id, sha256, person, agency, reason, at) VALUES ($1, $2, $3, $4, $5, $6)',
      [read.id, read.sha256, read.by.person, read.by.agency, read.reason, read.at],
    );
  }
}

const tableOf = { photo: 'state.photos', document: 'state.documents' } as const;

const photoSightings = `
  WITH p AS (SELECT id, seizure, event FROM state.photos WHERE sha256 = $1)
  SELECT v.agency, v.relation FROM state.visibility v WHERE v.kind = 'photo' AND v.subject = $1
  UNION SELECT v.agency, v.relation FROM p JOIN state.photo_lots l ON l.photo = p.id
    JOIN state.visibility v ON v.kind = 'lot' AND v.subject = l.lot::text
  UNION SELECT v.agency, v.relation FROM p JOIN state.visibility v ON v.kind = 'seizure' AND v.subject = p.seizure::text
  UNION SELECT v.agency, v.relation FROM p JOIN state.visibility v ON v.kind = 'event' AND v.subject = p.event::text`;

const documentSightings = `
  SELECT v.agency, v.relation FROM state.documents d
  JOIN state.visibility v ON v.kind = d.about_kind AND v.subject = d.about_id
  WHERE d.sha256 = $1
  UNION SELECT v.agency, v.relation FROM state.visibility v WHERE v.kind = 'document' AND v.subject = $1`;

import { Injectable } from '@nestjs/common';
import type { EntryId, LotId, Sha256 } from '#kernel';
import { DataSource } from 'typeorm';
import type { KnownObject } from './domain/bytes-differ.js';

/** Which objects the ledger speaks of, and which of them are known to be wrong. */
@Injectable()
export class FaultQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** What the ledger says of these bytes; undefined where it says nothing. */
  async known(sha256: Sha256): Promise<KnownObject | undefined> {
    const [row] = await this.dataSource.query(
      `SELECT kind, id FROM (${known}) k WHERE sha256 = $1 ORDER BY place, id LIMIT 1`,
      [sha256],
    );
    if (!row) return undefined;
    const { kind, id } = row as KnownObject['subject'];
    const lots: { lot: LotId }[] = await this.dataSource.query(lotsOfObject, [sha256]);
    return { sha256, subject: { kind, id }, lots: lots.map(({ lot }) => lot) };
  }

  /**
   * The entry by which the object's standing fault, else its last repair, was recorded. While a fault stands, damage
   * is known; it is the same turn, so that the ledger is told once.
   */
  async latestTurn(sha256: Sha256): Promise<EntryId | undefined> {
    const [row] = await this.dataSource.query(
      'SELECT coalesce(repaired, before) AS turn FROM state.evidence_faults WHERE sha256 = $1',
      [sha256],
    );
    return (row as { turn: EntryId | null } | undefined)?.turn ?? undefined;
  }

  /** Objects whose fault stands, at most `limit`. */
  async standing(limit: number): Promise<Sha256[]> {
    const rows: { sha256: Sha256 }[] = await this.dataSource.query(
      'SELECT sha256 FROM state.evidence_faults WHERE repaired IS NULL ORDER BY sha256 LIMIT $1',
      [limit],
    );
    return rows.map(({ sha256 }) => sha256);
  }
}

/** Photos and documents, and the certificates that were issued. */
export const known = `
  SELECT sha256, 'photo' AS kind, id::text AS id, 1 AS place FROM state.photos
  UNION ALL SELECT sha256, 'document', id::text, 2 FROM state.documents
  UNION ALL SELECT json #>> '{data,sha256}', 'certificate', subject_id, 3 FROM ledger.entries
    WHERE type = 'certificate.issued'`;

// A paper about a batch or an event concerns all of its lots, but shows none of them.
const lotsOfObject = `
  SELECT lot FROM state.photo_lots l JOIN state.photos p ON p.id = l.photo WHERE p.sha256 = $1
  UNION SELECT l.lot FROM state.documents d JOIN ledger.entry_lots l ON l.entry = d.entry
    WHERE d.sha256 = $1 AND d.about_kind IN ('seizure', 'lot', 'appraisal', 'decision')
  ORDER BY lot`;

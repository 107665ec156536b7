import { Injectable } from '@nestjs/common';
import type { Instant, PersonId } from '#kernel';
import { DataSource } from 'typeorm';

/** How many bytes of evidence there are, by who sent them and by case. */
@Injectable()
export class QuotaQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Bytes of photos and documents that a person added since then. */
  async byPerson(person: PersonId, since: Instant): Promise<number> {
    const [row] = await this.dataSource.query(
      `SELECT coalesce(sum(size), 0) AS bytes FROM (
         SELECT size FROM state.photos WHERE person = $1 AND recorded > $2
         UNION ALL SELECT size FROM state.documents WHERE person = $1 AND recorded > $2) e`,
      [person, since],
    );
    return Number((row as { bytes: string }).bytes);
  }

  /** Bytes of the seizure to which a seizure's or lot's id leads; undefined where it leads to none. */
  async ofSeizure(about: { kind: 'seizure' | 'lot'; id: string }): Promise<number | undefined> {
    const [row] = await this.dataSource.query(about.kind === 'lot' ? ofLot : ofSeizure, [about.id]);
    const { found, bytes } = row as { found: boolean; bytes: string };
    return found ? Number(bytes) : undefined;
  }
}

/** The lots of the registrations that `which` selects, and the sizes of what is recorded about them. */
const sum = (which: string) => `
  WITH lots AS (SELECT l.lot FROM ledger.entries r JOIN ledger.entry_lots l ON l.entry = r.id
                WHERE r.type = 'seizure.registered' AND ${which}),
       sizes AS (
         SELECT p.id, p.size FROM state.photos p
           WHERE p.id IN (SELECT photo FROM state.photo_lots WHERE lot IN (SELECT lot FROM lots))
         UNION SELECT d.id, d.size FROM state.documents d
           WHERE d.entry IN (SELECT entry FROM ledger.entry_lots WHERE lot IN (SELECT lot FROM lots)))
  SELECT EXISTS (SELECT 1 FROM lots) AS found, (SELECT coalesce(sum(size), 0) FROM sizes) AS bytes`;
const ofSeizure = sum(`r.subject_kind = 'seizure' AND r.subject_id = $1::text`);
const ofLot = sum('r.id IN (SELECT entry FROM ledger.entry_lots WHERE lot = $1::uuid)');

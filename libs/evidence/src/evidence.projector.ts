import { Injectable } from '@nestjs/common';
import type { EntryOf } from '#entries';
import { Projectors } from '#ledger';
import type { Tx } from '#platform';

/** The only writer of photos, documents and faults. */
@Injectable()
export class EvidenceProjector {
  constructor(projectors: Projectors) {
    projectors.on('photo.added', photoAdded);
    projectors.on('photo.found-broken', photoFoundBroken);
    projectors.on('document.added', documentAdded);
    projectors.on('evidence.damaged', damaged);
    projectors.on('evidence.repaired', repaired);
  }
}

async function photoAdded(tx: Tx, { data, ...entry }: EntryOf<'photo.added'>): Promise<void> {
  await tx.query(
    `INSERT INTO state.photos (id, sha256, size, media_type, stage, taken, claims, damaged, seizure, event, site,
       person, agency, recorded, entry)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      entry.subject.id,
      data.sha256,
      data.size,
      data.mediaType,
      data.stage,
      data.taken ?? null,
      data.claims ? JSON.stringify(data.claims) : null,
      data.damaged ?? false,
      data.seizure ?? null,
      data.event ?? null,
      data.site ?? null,
      entry.actor.person,
      entry.actor.agency,
      entry.recorded,
      entry.id,
    ],
  );
  await tx.query('INSERT INTO state.photo_lots (lot, photo) SELECT unnest($1::uuid[]), $2', [
    data.lots ?? [],
    entry.subject.id,
  ]);
}

async function photoFoundBroken(tx: Tx, { subject }: EntryOf<'photo.found-broken'>): Promise<void> {
  await tx.query('UPDATE state.photos SET damaged = true WHERE id = $1', [subject.id]);
}

async function documentAdded(tx: Tx, { data, ...entry }: EntryOf<'document.added'>): Promise<void> {
  await tx.query(
    `INSERT INTO state.documents (id, sha256, size, media_type, kind, about_kind, about_id, person, agency, recorded,
       entry)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      entry.subject.id,
      data.sha256,
      data.size,
      data.mediaType,
      data.kind,
      data.about.kind,
      data.about.id,
      entry.actor.person,
      entry.actor.agency,
      entry.recorded,
      entry.id,
    ],
  );
}

async function damaged(tx: Tx, { data, id }: EntryOf<'evidence.damaged'>): Promise<void> {
  await tx.query(
    `INSERT INTO state.evidence_faults (sha256, entry) VALUES ($1, $2)
     ON CONFLICT (sha256) DO UPDATE SET entry = excluded.entry, before = evidence_faults.repaired, repaired = NULL`,
    [data.sha256, id],
  );
}

async function repaired(tx: Tx, { data, id }: EntryOf<'evidence.repaired'>): Promise<void> {
  await tx.query(
    `INSERT INTO state.evidence_faults (sha256, entry, repaired) VALUES ($1, $2, $2)
     ON CONFLICT (sha256) DO UPDATE SET repaired = excluded.repaired`,
    [data.sha256, id],
  );
}

import type { INestApplicationContext } from '@nestjs/common';
import { SharedObjectRecords, type ObjectKind } from '#evidence';
import { sha256Hex, type Sha256 } from '#kernel';
import { DataSource } from 'typeorm';

/** What objects are that are not evidence: a store with Object Lock retains them more strictly. */
async function kindsIn(dataSource: DataSource): Promise<ReadonlyMap<Sha256, ObjectKind>> {
  const kinds = new Map<Sha256, ObjectKind>();
  const notes: { note: string }[] = await dataSource.query('SELECT note FROM ledger.checkpoints');
  for (const { note } of notes) kinds.set(sha256Hex(Buffer.from(note, 'utf8')), 'checkpoint');
  const files: { sha256: Sha256 }[] = await dataSource.query(
    `SELECT DISTINCT h.sha256 FROM ledger.entries e,
       unnest(ARRAY[e.json #>> '{data,sha256}', e.json #>> '{data,base}', e.json #>> '{data,json}']) AS h (sha256)
     WHERE e.type IN ('certificate.prepared', 'certificate.issued') AND h.sha256 IS NOT NULL`,
  );
  for (const { sha256 } of files) kinds.set(sha256, 'certificate');
  return kinds;
}

/** What the database of an installation knows of the objects in its stores. */
export function objectsKnownTo(context: INestApplicationContext) {
  const dataSource = context.get(DataSource);
  return { records: new SharedObjectRecords(dataSource), kinds: () => kindsIn(dataSource) };
}

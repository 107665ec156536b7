import { Injectable } from '@nestjs/common';
import type { AgencyId } from '#kernel';
import { DataSource } from 'typeorm';
import type { ScannedCode, ScannedKind } from './read-code.js';

const sources: Readonly<
  Record<ScannedKind, { readonly table: string; readonly id: string; number: string }>
> = {
  lot: { table: 'state.lots', id: 'id', number: 'code' },
  seizure: { table: 'state.seizures', id: 'id', number: 'reference' },
  // Two hand-overs of one short code are as good as unheard of; then the newer one is meant.
  transfer: { table: 'state.transfers', id: 'id', number: "'YJ-' || upper(right(id::text, 8))" },
  batch: { table: 'state.batches', id: 'id', number: 'reference' },
  event: { table: 'state.events', id: 'id', number: 'reference' },
  certificate: { table: 'state.certificates', id: 'number', number: 'number' },
};

/** Finds what a code names. */
@Injectable()
export class ScanQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The id (of a certificate its number) of what these agencies see under the code; undefined where there is none. */
  async find({ kind, by, key }: ScannedCode, agencies: readonly AgencyId[]): Promise<string | undefined> {
    const { table, id, number } = sources[kind];
    const column = by === 'id' ? `${id}::text` : number;
    const [row]: { id: string }[] = await this.dataSource.query(
      `SELECT ${id}::text AS id FROM ${table} x WHERE ${column} = $1
         AND EXISTS (SELECT 1 FROM state.visibility v
           WHERE v.kind = $2 AND v.subject = x.${id}::text AND v.agency = ANY($3))
       ORDER BY ${id} DESC LIMIT 1`,
      [key, kind, agencies],
    );
    return row?.id;
  }
}

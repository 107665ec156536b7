import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { DataSource } from 'typeorm';
import type { OverrideRow } from './domain/decide-override.js';

/** Reads of the installation's own catalogue rows. */
@Injectable()
export class CatalogueQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Rises with every change; 0 = the built-in catalogue as it is. */
  async version(tx?: Tx): Promise<number> {
    const [row] = await (tx ?? this.dataSource).query(
      'SELECT coalesce(max(version), 0) AS version FROM state.catalogue_overrides',
    );
    return (row as { version: number }).version;
  }

  /** All rows in force beside the built-in ones, oldest change first. */
  async rows(tx?: Tx): Promise<OverrideRow[]> {
    return (tx ?? this.dataSource).query(
      'SELECT kind, code, row FROM state.catalogue_overrides ORDER BY version',
    );
  }
}

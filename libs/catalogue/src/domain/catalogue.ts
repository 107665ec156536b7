import { DomainError, sha256Hex, type JsonObject, type Sha256 } from '#kernel';
import { canonicalBytes } from '#merkle';
import { categoryOfRow, type Category } from './category-row.js';
import { checkReferences } from './check-references.js';
import { methodOfRow, type Method } from './method-row.js';
import type { CatalogueRows, CatalogueTable } from './rows.js';
import { unitOfRow, type CatalogueUnit } from './unit-row.js';

/** The catalogue in force: typed rows by code, in the order of the data. */
export interface Catalogue {
  readonly units: ReadonlyMap<string, CatalogueUnit>;
  readonly categories: ReadonlyMap<string, Category>;
  readonly methods: ReadonlyMap<string, Method>;
  /** The rows that it was read from; overrides are merged into these. */
  readonly rows: CatalogueRows;
  /** SHA-256 over the JCS form of `rows`, each table in the order of codes. */
  readonly hash: Sha256;
}

/**
 * Reads and checks all rows once. Throws `invalid` naming table, row and field: the codes of the row
 * readers and of `checkReferences`, and `catalogue.duplicate-code`.
 */
export function readCatalogue(rows: CatalogueRows): Catalogue {
  const tables = {
    units: byCode('units', rows.units, unitOfRow),
    categories: byCode('categories', rows.categories, categoryOfRow),
    methods: byCode('methods', rows.methods, methodOfRow),
  };
  checkReferences(tables);
  return { ...tables, rows, hash: hashOf(rows) };
}

function byCode<Row extends { readonly code: string }>(
  table: CatalogueTable,
  rows: readonly JsonObject[],
  read: (row: JsonObject) => Row,
): ReadonlyMap<string, Row> {
  const map = new Map<string, Row>();
  for (const raw of rows) {
    const row = read(raw);
    if (map.has(row.code)) {
      throw new DomainError('invalid', 'catalogue.duplicate-code', { table, row: row.code });
    }
    map.set(row.code, row);
  }
  return map;
}

function hashOf(rows: CatalogueRows): Sha256 {
  const sorted = (list: readonly JsonObject[]) =>
    [...list].sort((a, b) => (String(a['code']) < String(b['code']) ? -1 : 1));
  return sha256Hex(
    canonicalBytes({
      units: sorted(rows.units),
      categories: sorted(rows.categories),
      methods: sorted(rows.methods),
    }),
  );
}

import { DomainError, type JsonObject } from '#kernel';
import { readCatalogue, type Catalogue } from './catalogue.js';
import { catalogueTables, type CatalogueRows, type CatalogueTable } from './rows.js';
import type { CatalogueUnit } from './unit-row.js';

/**
 * One decision of an installation about one row, in the order in which they were made:
 * `put` adds the row or replaces it whole, `disable` keeps it readable but not choosable, `enable` undoes that.
 */
export type CatalogueOverride =
  | { readonly table: CatalogueTable; readonly action: 'put'; readonly row: JsonObject }
  | { readonly table: CatalogueTable; readonly action: 'disable' | 'enable'; readonly code: string };

/**
 * Merges overrides into the built-in catalogue and checks the result like the built-in one.
 * Throws the codes of `readCatalogue`, and `invalid`: `catalogue.no-such-row`, `catalogue.unit-meaning-fixed`
 * (family, base unit or step of a built-in unit changed: booked quantities would change their meaning),
 * `catalogue.prohibition-stays` (a forbidden method made choosable).
 */
export function withOverrides(builtIn: Catalogue, overrides: readonly CatalogueOverride[]): Catalogue {
  if (overrides.length === 0) return builtIn;
  const merged = Object.fromEntries(
    catalogueTables.map((table) => [table, mergeTable(builtIn.rows[table], table, overrides)]),
  ) as unknown as CatalogueRows;
  const catalogue = readCatalogue(merged);
  for (const unit of builtIn.units.values()) refuseNewMeaning(unit, catalogue.units.get(unit.code));
  for (const method of builtIn.methods.values()) {
    if (method.prohibited && catalogue.methods.get(method.code)?.prohibited !== true) {
      throw fault('catalogue.prohibition-stays', { table: 'methods', row: method.code });
    }
  }
  return catalogue;
}

function mergeTable(
  rows: readonly JsonObject[],
  table: CatalogueTable,
  overrides: readonly CatalogueOverride[],
): readonly JsonObject[] {
  const merged = new Map(rows.map((row) => [row['code'], row]));
  for (const override of overrides) {
    if (override.table !== table) continue;
    if (override.action === 'put') {
      merged.set(override.row['code'], override.row);
      continue;
    }
    const row = merged.get(override.code);
    if (row === undefined) throw fault('catalogue.no-such-row', { table, row: override.code });
    const { disabled: _before, ...rest } = row;
    merged.set(override.code, override.action === 'disable' ? { ...rest, disabled: true } : rest);
  }
  return [...merged.values()];
}

function refuseNewMeaning(before: CatalogueUnit, after: CatalogueUnit | undefined): void {
  const same =
    after?.family === before.family &&
    after.base === before.base &&
    after.step?.num === before.step?.num &&
    after.step?.den === before.step?.den;
  if (!same) throw fault('catalogue.unit-meaning-fixed', { table: 'units', row: before.code });
}

function fault(code: string, facts: Readonly<Record<string, string>>): DomainError {
  return new DomainError('invalid', code, facts);
}

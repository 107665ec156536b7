import { DomainError } from '#kernel';
import type { CatalogueUnit } from './unit-row.js';
import type { Category } from './category-row.js';
import type { Method } from './method-row.js';
import type { CatalogueTable } from './rows.js';

interface Tables {
  readonly units: ReadonlyMap<string, CatalogueUnit>;
  readonly categories: ReadonlyMap<string, Category>;
  readonly methods: ReadonlyMap<string, Method>;
}

/**
 * Checks what rows say about each other. Throws `invalid`: `catalogue.unknown-reference`,
 * `catalogue.base-of-other-family`, `catalogue.base-without-step`, `catalogue.base-not-one`,
 * `catalogue.not-a-base-unit`, `catalogue.unit-not-listed`, `catalogue.category-circle`.
 */
export function checkReferences(tables: Tables): void {
  for (const unit of tables.units.values()) checkUnit(unit, tables);
  for (const category of tables.categories.values()) {
    checkCodes(category, tables);
    checkUnitsOf(category, tables);
    checkCircle(category, tables);
  }
  for (const method of tables.methods.values()) {
    const unknown = method.suitableCategories.find((code) => !tables.categories.has(code));
    if (unknown !== undefined) throw unknownReference('methods', method.code, 'suitable_categories', unknown);
  }
}

function checkUnit(unit: CatalogueUnit, { units }: Tables): void {
  const base = units.get(unit.base);
  if (base === undefined) throw unknownReference('units', unit.code, 'base_unit', unit.base);
  const facts = { table: 'units', row: unit.code, field: 'base_unit', other: base.code };
  if (base.family !== unit.family) throw fault('catalogue.base-of-other-family', facts);
  if (base.step === null || base.base !== base.code) throw fault('catalogue.base-without-step', facts);
  if (unit.code !== base.code) return;
  if (unit.ratio?.num !== 1 || unit.ratio.den !== 1 || unit.ratioOverridable) {
    throw fault('catalogue.base-not-one', { ...facts, field: 'ratio_to_base' });
  }
}

function checkCodes(category: Category, { units, categories, methods }: Tables): void {
  const references: readonly (readonly [string, readonly string[], ReadonlyMap<string, unknown>])[] = [
    ['parent', category.parent === null ? [] : [category.parent], categories],
    ['base_unit', category.baseUnit === null ? [] : [category.baseUnit], units],
    ['reporting_unit', category.reportingUnit === null ? [] : [category.reportingUnit], units],
    ['allowed_units', category.allowedUnits, units],
    ['default_methods', category.defaultMethods, methods],
  ];
  for (const [field, codes, table] of references) {
    const unknown = codes.find((code) => !table.has(code));
    if (unknown !== undefined) throw unknownReference('categories', category.code, field, unknown);
  }
}

function checkUnitsOf(category: Category, { units }: Tables): void {
  const facts = { table: 'categories', row: category.code };
  const { baseUnit, reportingUnit, allowedUnits } = category;
  if (baseUnit !== null && units.get(baseUnit)?.base !== baseUnit) {
    throw fault('catalogue.not-a-base-unit', { ...facts, field: 'base_unit', other: baseUnit });
  }
  for (const [field, unit] of [
    ['base_unit', baseUnit],
    ['reporting_unit', reportingUnit],
  ] as const) {
    if (unit !== null && !allowedUnits.includes(unit)) {
      throw fault('catalogue.unit-not-listed', { ...facts, field, other: unit });
    }
  }
}

function checkCircle(category: Category, { categories }: Tables): void {
  const seen = new Set<string>();
  for (let at: Category | undefined = category; at !== undefined; at = categories.get(at.parent ?? '')) {
    if (seen.has(at.code)) {
      throw fault('catalogue.category-circle', { table: 'categories', row: category.code, field: 'parent' });
    }
    seen.add(at.code);
  }
}

function unknownReference(table: CatalogueTable, row: string, field: string, other: string): DomainError {
  return fault('catalogue.unknown-reference', { table, row, field, other });
}

function fault(code: string, facts: Readonly<Record<string, string>>): DomainError {
  return new DomainError('invalid', code, facts, [{ pointer: `/${facts['field'] ?? ''}`, code, facts }]);
}

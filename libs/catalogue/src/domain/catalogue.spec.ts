import { DomainError, type JsonObject } from '#kernel';
import { builtInCatalogue as catalogue } from '../built-in-catalogue.js';
import { readCatalogue } from './catalogue.js';
import type { CatalogueTable } from './rows.js';

/** The built-in catalogue with `change` laid over the row `code` of `table`. */
function changed(table: CatalogueTable, code: string, change: JsonObject) {
  const rows = catalogue.rows[table].map((row) => (row['code'] === code ? { ...row, ...change } : row));
  return () => readCatalogue({ ...catalogue.rows, [table]: rows });
}

function refusalOf(act: () => unknown): DomainError {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('was taken');
}

describe('the built-in catalogue', () => {
  it('has 78 units, 100 categories and 25 methods', () => {
    expect([catalogue.units.size, catalogue.categories.size, catalogue.methods.size]).toEqual([78, 100, 25]);
  });

  it('knows cigarettes as they are booked', () => {
    expect(catalogue.categories.get('cigarettes')).toMatchObject({
      parent: 'grp-tobacco',
      baseUnit: 'cig-stick',
      leadFunction: 'tobacco',
      requiresAppraisal: true,
      hazard: 'flammable',
    });
    expect(catalogue.units.get('cig-carton')).toMatchObject({
      ratio: { num: 200, den: 1 },
      ratioOverridable: true,
    });
  });

  it('has a hash that does not depend on the order of rows, but on every field', () => {
    const reversed = Object.fromEntries(
      Object.entries(catalogue.rows).map(([table, rows]) => [table, [...rows].reverse()]),
    ) as unknown as typeof catalogue.rows;
    expect(catalogue.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(readCatalogue(reversed).hash).toBe(catalogue.hash);
    expect(changed('categories', 'liquor', { name_en: 'spirits' })().hash).not.toBe(catalogue.hash);
  });
});

describe('a row that is wrong', () => {
  it.each<[CatalogueTable, string, JsonObject, string, string]>([
    ['units', 'kg', { code: 'KG' }, 'catalogue.row-without-code', 'code'],
    ['units', 'kg', { name_zh: '' }, 'catalogue.wrong-field', 'name_zh'],
    ['units', 'kg', { decimals: 1.5 }, 'catalogue.wrong-field', 'decimals'],
    ['units', 'kg', { ratio_to_base: { num: 1, den: 0 } }, 'catalogue.wrong-field', 'ratio_to_base'],
    ['units', 'kg', { ratio_to_base: 1 }, 'catalogue.wrong-field', 'ratio_to_base'],
    ['units', 'kg', { base_step: { num: 1, den: 3 } }, 'catalogue.step-not-decimal', 'base_step'],
    ['units', 'kg', { base_step: null }, 'catalogue.base-without-step', 'base_unit'],
    ['units', 'kg', { ratio_to_base: { num: 2, den: 1 } }, 'catalogue.base-not-one', 'ratio_to_base'],
    ['units', 'kg', { ratio_overridable: true }, 'catalogue.base-not-one', 'ratio_to_base'],
    ['units', 'g', { base_unit: 'gram' }, 'catalogue.unknown-reference', 'base_unit'],
    ['units', 'g', { base_unit: 'l' }, 'catalogue.base-of-other-family', 'base_unit'],
    ['units', 'g', { colour: 'red' }, 'catalogue.unknown-field', 'colour'],
    ['categories', 'liquor', { hazard: 'sticky' }, 'catalogue.wrong-field', 'hazard'],
    ['categories', 'liquor', { public: 'yes' }, 'catalogue.wrong-field', 'public'],
    ['categories', 'liquor', { requires_appraisal: 'maybe' }, 'catalogue.wrong-field', 'requires_appraisal'],
    [
      'categories',
      'liquor',
      { allowed_units: ['bottle', 'bottle'] },
      'catalogue.wrong-field',
      'allowed_units',
    ],
    [
      'categories',
      'liquor',
      { allowed_units: ['bottle', 'jar'] },
      'catalogue.unknown-reference',
      'allowed_units',
    ],
    ['categories', 'liquor', { allowed_units: ['l'] }, 'catalogue.unit-not-listed', 'base_unit'],
    ['categories', 'liquor', { base_unit: 'ml' }, 'catalogue.not-a-base-unit', 'base_unit'],
    ['categories', 'liquor', { base_unit: null }, 'catalogue.wrong-field', 'base_unit'],
    ['categories', 'liquor', { lead_agency: null }, 'catalogue.wrong-field', 'lead_agency'],
    [
      'categories',
      'liquor',
      { default_methods: ['boiling'] },
      'catalogue.unknown-reference',
      'default_methods',
    ],
    ['categories', 'liquor', { parent: 'grp-drinks' }, 'catalogue.unknown-reference', 'parent'],
    ['categories', 'liquor', { parent: 'liquor' }, 'catalogue.category-circle', 'parent'],
    ['methods', 'shredding', { prohibited: 'no' }, 'catalogue.wrong-field', 'prohibited'],
    [
      'methods',
      'shredding',
      { suitable_categories: ['shoe'] },
      'catalogue.unknown-reference',
      'suitable_categories',
    ],
  ])('of %s, %s with %j, is refused with %s at %s', (table, code, change, error, field) => {
    const refusal = refusalOf(changed(table, code, change));
    expect(refusal).toMatchObject({ kind: 'invalid', code: error, facts: { table, field } });
    if (!('code' in change)) expect(refusal.facts['row']).toBe(code);
  });

  it('may not share its code with another row', () => {
    const units = [...catalogue.rows.units, catalogue.rows.units[0]!];
    expect(refusalOf(() => readCatalogue({ ...catalogue.rows, units }))).toMatchObject({
      code: 'catalogue.duplicate-code',
      facts: { table: 'units', row: 'cig-stick' },
    });
  });
});

import type { JsonObject } from '#kernel';
import { builtInCatalogue as catalogue } from '../built-in-catalogue.js';
import { withOverrides } from './overrides.js';
import type { CatalogueTable } from './rows.js';

const row = (table: CatalogueTable, code: string) =>
  catalogue.rows[table].find((each) => each['code'] === code)!;
const put = (table: CatalogueTable, code: string, change: JsonObject) =>
  ({ table, action: 'put', row: { ...row(table, code), ...change } }) as const;

describe("an installation's overrides", () => {
  it('leave the built-in catalogue as it is where there are none', () => {
    expect(withOverrides(catalogue, [])).toBe(catalogue);
  });

  it('replace a row, and change the hash', () => {
    const own = withOverrides(catalogue, [put('units', 'cig-pack', { ratio_to_base: { num: 10, den: 1 } })]);
    expect(own.units.get('cig-pack')?.ratio).toEqual({ num: 10, den: 1 });
    expect(catalogue.units.get('cig-pack')?.ratio).toEqual({ num: 20, den: 1 });
    expect(own.hash).not.toBe(catalogue.hash);
  });

  it('add a row', () => {
    const own = withOverrides(catalogue, [put('categories', 'liquor', { code: 'baijiu', parent: 'liquor' })]);
    expect(own.categories.get('baijiu')?.parent).toBe('liquor');
    expect(own.categories.size).toBe(101);
  });

  it('switch a row off and on again; the last word counts', () => {
    const off = { table: 'methods', action: 'disable', code: 'pyrolysis' } as const;
    const own = withOverrides(catalogue, [off]);
    expect(own.methods.get('pyrolysis')?.disabled).toBe(true);
    const back = withOverrides(catalogue, [off, { ...off, action: 'enable' }]);
    expect(back.methods.get('pyrolysis')?.disabled).toBe(false);
    expect(back.hash).toBe(catalogue.hash);
  });

  it.each([
    [put('categories', 'liquor', { base_unit: 'jar' }), 'catalogue.unknown-reference'],
    [put('categories', 'liquor', { colour: 'red' }), 'catalogue.unknown-field'],
    [put('units', 'cig-pack', { code: '' }), 'catalogue.row-without-code'],
    [put('units', 'kg', { base_step: { num: 1, den: 1000 } }), 'catalogue.unit-meaning-fixed'],
    [put('units', 'g', { family: 'count-box', base_unit: 'box-retail' }), 'catalogue.unit-meaning-fixed'],
    [put('methods', 'open-burning', { prohibited: false }), 'catalogue.prohibition-stays'],
    [{ table: 'methods', action: 'disable', code: 'boiling' } as const, 'catalogue.no-such-row'],
    [{ table: 'units', action: 'enable', code: 'open-burning' } as const, 'catalogue.no-such-row'],
  ])('%j is refused with %s', (override, code) => {
    expect(() => withOverrides(catalogue, [override])).toThrow(code);
  });
});

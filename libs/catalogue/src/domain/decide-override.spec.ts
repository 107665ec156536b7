import type { JsonObject } from '#kernel';
import { builtInCatalogue as builtIn } from '../built-in-catalogue.js';
import { catalogueWith, decideOverride, type OverrideRow } from './decide-override.js';

const row = (code: string): JsonObject => builtIn.rows.units.find((one) => one['code'] === code)!;
const pack = (num: number): OverrideRow => ({
  kind: 'unit',
  code: 'cig-pack',
  row: { ...row('cig-pack'), ratio_to_base: { num, den: 1 } },
});

describe('a change of the catalogue', () => {
  it('is an entry with the whole row that is in force from now on', () => {
    const draft = decideOverride(builtIn, [pack(10)], { kind: 'unit', action: 'disable', code: 'cig-pack' });
    expect(draft.data.row).toEqual({ ...pack(10).row, disabled: true });
    expect(draft.data.sha256).toMatch(/^[0-9a-f]{64}$/);
    const on = { kind: 'unit', action: 'enable', code: 'cig-pack' } as const;
    const off: OverrideRow = { kind: 'unit', code: 'cig-pack', row: draft.data.row as JsonObject };
    expect(decideOverride(builtIn, [off], on).data.row).toEqual(pack(10).row);
  });

  it('counts as the last word about its code', () => {
    const after = catalogueWith(builtIn, [pack(10)]);
    expect(after.units.get('cig-pack')?.ratio).toEqual({ num: 10, den: 1 });
    const request = { kind: 'unit', action: 'put', row: pack(25).row } as const;
    expect(decideOverride(builtIn, [pack(10)], request).data.row).toEqual(pack(25).row);
  });

  it('that changes nothing is refused', () => {
    const request = { kind: 'unit', action: 'put', row: pack(10).row } as const;
    expect(() => decideOverride(builtIn, [pack(10)], request)).toThrow('catalogue.nothing-changes');
  });

  it('gives no unit another meaning, whether built in or added here', () => {
    const own: OverrideRow = {
      kind: 'unit',
      code: 'sack',
      row: {
        ...row('kg'),
        code: 'sack',
        base_unit: 'kg',
        base_step: null,
        ratio_to_base: { num: 50, den: 1 },
      },
    };
    for (const [rows, code] of [
      [[], 'g'],
      [[own], 'sack'],
    ] as const) {
      const before = code === 'g' ? row('g') : own.row;
      const request = {
        kind: 'unit',
        action: 'put',
        row: { ...before, family: 'volume', base_unit: 'l' },
      } as const;
      expect(() => decideOverride(builtIn, rows, request)).toThrow('catalogue.unit-meaning-fixed');
    }
  });
});

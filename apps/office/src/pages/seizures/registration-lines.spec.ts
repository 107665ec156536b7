import { builtInCatalogue } from '#catalogue';
import { isFilled, linesOf, plainAmount, rowCount, rowsIn, type GridRow } from './registration-lines.js';

const row = (parts: Partial<GridRow>): GridRow => ({
  category: '',
  description: '',
  brand: '',
  amount: '',
  unit: '',
  basis: 'counted',
  seals: '',
  ...parts,
});
const nameOf = (code: string) => builtInCatalogue.categories.get(code)!.name.zh;
const liquor = [...builtInCatalogue.categories.values()].find(
  (one) =>
    one.selectable && one.allowedUnits.some((unit) => builtInCatalogue.units.get(unit)?.glyph === '瓶'),
)!;

describe('the grid of a registration', () => {
  it('reads amounts with thousands separators and full-width digits', () => {
    expect(['1,860', '１８６０', '2356.30', '1 860', '64', '10.00'].map(plainAmount)).toEqual([
      '1860',
      '1860',
      '2356.3',
      '1860',
      '64',
      '10',
    ]);
    expect(plainAmount('1,86')).toBe('1,86');
    expect(plainAmount('many')).toBe('many');
  });

  it('finds categories by name and units by glyph within the category', () => {
    const typed = row({ category: nameOf(liquor.code), description: '500 ml', amount: '864', unit: '瓶' });
    const { lots, errors } = linesOf([typed], builtInCatalogue);
    expect(errors).toEqual([]);
    expect(lots[0]).toMatchObject({ category: liquor.code, quantity: { amount: '864' } });
  });

  it('leaves empty rows out and remembers which row a line came from', () => {
    expect(isFilled(row({}))).toBe(false);
    const typed = row({
      category: liquor.code,
      description: 'a',
      amount: '1',
      unit: '瓶',
      seals: '01，02 03',
    });
    const { lots, rowOf } = linesOf([row({}), typed, row({})], builtInCatalogue);
    expect(rowOf).toEqual([1]);
    expect(lots[0]).toMatchObject({ seals: ['01', '02', '03'] });
  });

  it('names what can’t be resolved, cell by cell', () => {
    const { errors } = linesOf(
      [
        row({ category: '不存在', amount: '1' }),
        row({ category: liquor.code, unit: '光年' }),
        row({ category: liquor.code, amount: '1' }),
      ],
      builtInCatalogue,
    );
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/lots/0/category form.category',
      '/lots/1/unit form.unit-unknown',
      '/lots/1/quantity form.amount-missing',
      '/lots/2/unit form.unit',
    ]);
  });

  it('shows as many rows as were asked for, filled ones never cut off', () => {
    expect(rowCount({})).toBe(12);
    expect(rowCount({ rows: '14' }, 10)).toBe(24);
    expect(rowCount({ rows: '2', 'lots.40.category': '白酒' })).toBe(41);
    expect(rowCount({ rows: '999999' })).toBe(1000);
    expect(rowsIn({ 'lots.0.amount': ' 5 ' }, 1)[0]!.amount).toBe('5');
  });
});

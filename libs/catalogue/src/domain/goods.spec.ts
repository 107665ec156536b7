import { DomainError } from '#kernel';
import { builtInCatalogue as catalogue } from '../built-in-catalogue.js';
import { bookGoods, isPackageUnit, unitsFor, type DeclaredGoods } from './goods.js';
import { withOverrides } from './overrides.js';

function refusalOf(goods: DeclaredGoods, from = catalogue): DomainError {
  try {
    bookGoods(from, { pointer: '/lots/0', ...goods });
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('was taken');
}

const bottles = { amount: '7', unit: 'bottle' };

describe('goods that are being registered', () => {
  it('are booked in the base unit, with the ratio bound to its unit', () => {
    const quantity = { parts: [{ amount: '3', unit: 'bottle-case' }, bottles] };
    const unitRatio = { num: 6, den: 1, source: '箱体标签' };
    expect(bookGoods(catalogue, { category: 'liquor', quantity, unitRatio })).toMatchObject({
      category: { code: 'liquor' },
      base: { amount: '25', unit: 'bottle' },
      ratio: { ...unitRatio, unit: 'bottle-case' },
    });
    expect(bookGoods(catalogue, { category: 'liquor', quantity: bottles }).ratio).toBeNull();
  });

  it('stay in the measure that they came in where a category takes several', () => {
    const weighed = { amount: '12.5', unit: 'kg' };
    expect(bookGoods(catalogue, { category: 'cigarettes', quantity: weighed }).base).toEqual(weighed);
  });

  it('may come in sealed packages, whatever the category', () => {
    const quantity = { amount: '4', unit: 'case-unspecified' };
    expect(catalogue.categories.get('tyres')?.allowedUnits).not.toContain('case-unspecified');
    expect(bookGoods(catalogue, { category: 'tyres', quantity }).base).toEqual(quantity);
    expect(isPackageUnit(catalogue, 'case-unspecified')).toBe(true);
    expect(isPackageUnit(catalogue, 'bottle-case')).toBe(false);
  });

  it.each([
    ['spirits', 'category.unknown', '/lots/0/category'],
    ['grp-food', 'category.not-selectable', '/lots/0/category'],
    ['tyres', 'quantity.unit-not-allowed', '/lots/0/quantity/unit'],
  ])('of the category %s are refused with %s', (category, code, pointer) => {
    expect(refusalOf({ category, quantity: bottles })).toMatchObject({ code, fields: [{ pointer }] });
  });

  it('are refused where the installation switched the category or the unit off', () => {
    const without = withOverrides(catalogue, [
      { table: 'categories', action: 'disable', code: 'wine-beer' },
      { table: 'units', action: 'disable', code: 'bottle' },
    ]);
    expect(refusalOf({ category: 'wine-beer', quantity: bottles }, without).code).toBe('category.disabled');
    expect(refusalOf({ category: 'liquor', quantity: bottles }, without).code).toBe(
      'quantity.unit-not-allowed',
    );
    expect(unitsFor(without, without.categories.get('liquor')!)).not.toContain('bottle');
  });
});

import { formatAmount, formatQuantity } from './format-quantity.js';
import { unitOf } from '../../../test/support/units.js';

describe('a quantity for reading', () => {
  it.each([
    ['0', undefined, '0'],
    ['999', undefined, '999'],
    ['92092', undefined, '92,092'],
    ['2356.3', undefined, '2,356.3'],
    ['-1234567.000001', undefined, '-1,234,567.000001'],
    ['345.984', 0, '346'],
    ['345.984', 2, '345.98'],
    ['0.005', 2, '0.01'],
    ['-0.005', 2, '-0.01'],
    ['7', 2, '7'],
  ])('shows %s with at most %s decimals as %s', (amount, decimals, shown) => {
    expect(formatAmount(amount, decimals)).toBe(shown);
  });

  it('names the unit in full, never by its glyph alone', () => {
    expect(formatQuantity({ amount: '2356.3', unit: 'cig-carton' }, unitOf, 'zh')).toBe('2,356.3 卷烟条');
    const parts = [
      { amount: '3', unit: 'bottle-case' },
      { amount: '7', unit: 'bottle' },
    ];
    expect(formatQuantity({ parts }, unitOf, 'en')).toBe('3 case of bottles + 7 bottle');
  });
});

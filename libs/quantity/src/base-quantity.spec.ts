import { addBase, compareBase, isZero, subtractBase, sumByUnit } from './base-quantity.js';

const kg = (amount: string) => ({ amount, unit: 'kg' });

describe('amounts in a base unit', () => {
  it('add and subtract exactly where floats would not', () => {
    expect(addBase(kg('0.1'), kg('0.2'))).toEqual(kg('0.3'));
    expect(subtractBase(kg('1640'), kg('1640.000001'))).toEqual(kg('-0.000001'));
    expect(subtractBase(kg('0.5'), kg('0.5'))).toEqual(kg('0'));
  });

  it('compare by value', () => {
    expect(compareBase(kg('9'), kg('10'))).toBe(-1);
    expect(compareBase(kg('2.5'), kg('2.5'))).toBe(0);
    expect(compareBase(kg('0'), kg('-0.1'))).toBe(1);
    expect(isZero(kg('0'))).toBe(true);
  });

  it('never add unlike units', () => {
    expect(() => addBase(kg('1'), { amount: '1', unit: 'l' })).toThrow(RangeError);
    expect(() => compareBase(kg('1'), { amount: '1', unit: 'l' })).toThrow(RangeError);
  });

  it('sum to one figure for each base unit', () => {
    const sticks = { amount: '1505', unit: 'cigar-piece' };
    expect(sumByUnit([kg('1.5'), sticks, kg('0.5'), sticks])).toEqual([
      { amount: '3010', unit: 'cigar-piece' },
      kg('2'),
    ]);
    expect(sumByUnit([])).toEqual([]);
  });

  it.each(['1.0', '01', '+1', '1e3', '', '-0', '.5'])(
    'refuse %j, which this product never writes',
    (amount) => {
      expect(() => isZero(kg(amount))).toThrow(RangeError);
    },
  );
});

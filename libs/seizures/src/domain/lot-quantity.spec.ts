import { builtInCatalogue, unitLookup } from '#catalogue';
import { lotOf } from '../../../../test/support/lot-facts.js';
import { amountOfLot } from './lot-quantity.js';

const unitOf = unitLookup(builtInCatalogue);
const liquor = lotOf({
  declared: {
    parts: [
      { amount: '3', unit: 'bottle-case' },
      { amount: '7', unit: 'bottle' },
    ],
  },
  base: { amount: '25', unit: 'bottle' },
  unitRatio: { num: '6', den: '1', source: '箱体标签' },
});

describe('a quantity of a registered lot', () => {
  it('is read in any unit of its family', () => {
    expect(amountOfLot(lotOf(), { amount: '0.5', unit: 'cig-carton' }, { unitOf })).toEqual({
      amount: '100',
      unit: 'cig-stick',
    });
  });

  it('is read by the ratio of its product, which other units do not take', () => {
    expect(amountOfLot(liquor, { amount: '2', unit: 'bottle-case' }, { unitOf }).amount).toBe('12');
    expect(amountOfLot(liquor, { amount: '5', unit: 'bottle' }, { unitOf }).amount).toBe('5');
  });

  it('is none of another family, and nothing only where nothing is an answer', () => {
    const read = (amount: string, unit: string, allowZero = false) =>
      amountOfLot(lotOf(), { amount, unit }, { unitOf, allowZero, pointer: '/lines/0/received' });
    expect(() => read('1', 'kg')).toThrow('quantity.other-family');
    expect(() => read('0', 'cig-stick')).toThrow('quantity.zero');
    expect(read('0', 'cig-stick', true).amount).toBe('0');
    expect(() => read('0.001', 'cig-carton')).toThrow('quantity.not-whole');
  });
});

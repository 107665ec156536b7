import { DomainError } from '#kernel';
import { toBase, type BaseTerms } from './to-base.js';
import type { Quantity } from './quantity.js';
import { unitOf } from '../../../test/support/units.js';

const base = (quantity: Quantity, terms: Partial<BaseTerms> = {}) => toBase(quantity, { unitOf, ...terms });

function refusalOf(quantity: Quantity, terms: Partial<BaseTerms> = {}): DomainError {
  try {
    base(quantity, { pointer: '/quantity', ...terms });
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('was taken');
}

const sixPack = { num: 6, den: 1, source: 'label of the case' };
const cases = { amount: '3', unit: 'bottle-case' };
const bottles = { amount: '7', unit: 'bottle' };

describe('a declared quantity in its base unit', () => {
  it.each([
    ['2356.3', 'cig-carton', '471260', 'cig-stick'],
    ['2356.35', 'cig-carton', '471270', 'cig-stick'],
    ['2356.305', 'cig-carton', '471261', 'cig-stick'],
    ['24.362', 'cig-case', '243620', 'cig-stick'],
    ['1640', 'kg', '1640', 'kg'],
    ['17.22', 't', '17220', 'kg'],
    ['0.000001', 'kg', '0.000001', 'kg'],
    ['0.001', 'g', '0.000001', 'kg'],
    ['3', 'jin', '1.5', 'kg'],
  ])('takes %s %s as exactly %s %s', (amount, unit, expected, expectedUnit) => {
    expect(base({ amount, unit })).toEqual({ amount: expected, unit: expectedUnit });
  });

  it('refuses a part of a cigarette and names the nearest whole figures', () => {
    const refusal = refusalOf({ amount: '2356.301', unit: 'cig-carton' });
    expect(refusal.code).toBe('quantity.not-whole');
    expect(refusal.facts).toMatchObject({ step: '1', below: '471260', above: '471261', base: 'cig-stick' });
    expect(refusal.fields[0]?.pointer).toBe('/quantity/amount');
  });

  it.each([
    ['0.0001', 'cig-carton', '0', '1'],
    ['0.5', 'bottle', '0', '1'],
    ['0.0000005', 'kg', '0', '0.000001'],
    ['0.0001', 'g', '0', '0.000001'],
  ])('refuses %s %s, which is less than a whole step', (amount, unit, below, above) => {
    expect(refusalOf({ amount, unit })).toMatchObject({
      code: 'quantity.not-whole',
      facts: { below, above },
    });
  });

  it('refuses a unit that the catalogue does not know', () => {
    expect(refusalOf({ amount: '1', unit: 'furlong' })).toMatchObject({
      code: 'quantity.unknown-unit',
      fields: [{ pointer: '/quantity/unit' }],
    });
  });

  it('refuses a unit that the category does not take, and names those that it takes', () => {
    const refusal = refusalOf({ amount: '1', unit: 'bottle' }, { allowedUnits: ['kg', 'g'] });
    expect(refusal.code).toBe('quantity.unit-not-allowed');
    expect(refusal.facts).toMatchObject({ allowedZh: '公斤、克', allowedEn: 'kilogram, gram' });
  });

  it('refuses a unit of another family than the lot is kept in', () => {
    expect(refusalOf({ amount: '1', unit: 'kg' }, { baseUnit: 'cig-stick' }).code).toBe(
      'quantity.other-family',
    );
    expect(base({ amount: '1', unit: 'cig-pack' }, { baseUnit: 'cig-stick' }).amount).toBe('20');
  });

  it('takes nothing only where nothing is a possible answer', () => {
    expect(refusalOf({ amount: '0', unit: 'kg' }).code).toBe('quantity.zero');
    expect(base({ amount: '0', unit: 'kg' }, { allowZero: true })).toEqual({ amount: '0', unit: 'kg' });
  });
});

describe('parts', () => {
  it('of one family give their exact sum', () => {
    expect(base({ parts: [cases, bottles] }, { unitRatio: sixPack })).toEqual({
      amount: '25',
      unit: 'bottle',
    });
    expect(
      base({
        parts: [
          { amount: '2356', unit: 'cig-carton' },
          { amount: '3', unit: 'cig-pack' },
        ],
      }),
    ).toEqual({ amount: '471260', unit: 'cig-stick' });
  });

  it('of different families are refused, at the part that differs', () => {
    expect(refusalOf({ parts: [bottles, { amount: '1', unit: 'kg' }] })).toMatchObject({
      code: 'quantity.unlike-parts',
      fields: [{ pointer: '/quantity/parts/1/unit' }],
    });
  });
});

describe("a product's own ratio", () => {
  it('is asked for where the unit has none', () => {
    expect(refusalOf(cases).code).toBe('quantity.ratio-missing');
    expect(base(cases, { unitRatio: sixPack }).amount).toBe('18');
  });

  it('replaces the usual one where the unit permits it', () => {
    const cartons = { amount: '1.5', unit: 'cig-carton' };
    expect(base(cartons, { unitRatio: { num: 180, den: 1, source: 'label' } }).amount).toBe('270');
  });

  it('is refused for a unit whose ratio is fixed', () => {
    expect(refusalOf({ amount: '1', unit: 't' }, { unitRatio: sixPack }).code).toBe(
      'quantity.ratio-not-allowed',
    );
    expect(refusalOf(bottles, { unitRatio: sixPack }).code).toBe('quantity.ratio-not-allowed');
  });

  it('is refused where two units could take it', () => {
    const parts = [cases, { amount: '1', unit: 'bottle-pallet' }];
    expect(refusalOf({ parts }, { unitRatio: sixPack }).code).toBe('quantity.ratio-ambiguous');
  });

  it('may be broken, as long as the sum is whole', () => {
    const threes = { num: 1, den: 3, source: 'three halves to a set' };
    expect(base({ amount: '6', unit: 'bottle-case' }, { unitRatio: threes }).amount).toBe('2');
    expect(refusalOf(cases, { unitRatio: { ...threes, den: 2 } }).code).toBe('quantity.not-whole');
  });

  it('once bound to its unit leaves the other units of a later act alone', () => {
    const bound = { num: 180, den: 1, source: 'label', unit: 'cig-carton' };
    expect(base({ amount: '1', unit: 'cig-carton' }, { unitRatio: bound }).amount).toBe('180');
    expect(base({ amount: '1', unit: 'cig-pack' }, { unitRatio: bound }).amount).toBe('20');
  });
});

import { DomainError } from '#kernel';
import { parseQuantity } from './quantity.js';

function faultOf(value: unknown): { code: string; pointer: string | undefined } | undefined {
  try {
    parseQuantity(value, { pointer: '/lots/0/quantity' });
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, pointer: error.fields[0]?.pointer };
  }
}

const one = { amount: '1', unit: 'bottle' };

describe('a quantity of a request', () => {
  it('is one measure, kept with its canonical amount', () => {
    expect(parseQuantity({ amount: '210.0', unit: 'cig-carton' })).toEqual({
      amount: '210',
      unit: 'cig-carton',
    });
  });

  it('is several parts', () => {
    const parts = [
      { amount: '3', unit: 'bottle-case' },
      { amount: '7.0', unit: 'bottle' },
    ];
    expect(parseQuantity({ parts })).toEqual({ parts: [parts[0], { amount: '7', unit: 'bottle' }] });
  });

  it.each<[unknown, string, string]>([
    ['12', 'quantity.not-a-quantity', ''],
    [null, 'quantity.not-a-quantity', ''],
    [[one], 'quantity.not-a-quantity', ''],
    [{ amount: '12' }, 'quantity.no-unit', '/unit'],
    [{ amount: '12', unit: '条' }, 'quantity.no-unit', '/unit'],
    [{ unit: 'kg' }, 'quantity.not-text', '/amount'],
    [{ ...one, basis: 'counted' }, 'quantity.unknown-field', '/basis'],
    [{ ...one, parts: [one] }, 'quantity.amount-and-parts', ''],
    [{ parts: [one], note: '' }, 'quantity.unknown-field', '/note'],
    [{ parts: [] }, 'quantity.no-parts', '/parts'],
    [{ parts: one }, 'quantity.no-parts', '/parts'],
    [{ parts: Array.from({ length: 21 }, () => one) }, 'quantity.too-many-parts', '/parts'],
    [{ parts: [one, { parts: [one] }] }, 'quantity.unknown-field', '/parts/1/parts'],
    [{ parts: [one, { amount: '0', unit: 'bottle' }] }, 'quantity.zero', '/parts/1/amount'],
  ])('refuses %j with %s at the wrong field', (value, code, pointer) => {
    expect(faultOf(value)).toEqual({ code, pointer: `/lots/0/quantity${pointer}` });
  });
});

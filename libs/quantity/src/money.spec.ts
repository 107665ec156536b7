import { DomainError } from '#kernel';
import { hundredthsOf, moneyOf, parseMoney } from './money.js';

describe('money', () => {
  it('is exact to the fen', () => {
    expect(parseMoney('3680000.50', 'CNY')).toEqual({ amount: '3680000.5', currency: 'CNY' });
    expect(hundredthsOf({ amount: '0.1', currency: 'CNY' })).toBe(10n);
    expect(moneyOf(1_000_05n, 'CNY')).toEqual({ amount: '1000.05', currency: 'CNY' });
    expect(parseMoney('0', 'CNY').amount).toBe('0');
  });

  it.each<[unknown, unknown, string]>([
    ['1.005', 'CNY', 'money.too-many-decimals'],
    ['1', 'yuan', 'money.unknown-currency'],
    ['1', undefined, 'money.unknown-currency'],
    ['-1', 'CNY', 'quantity.negative'],
    [1, 'CNY', 'quantity.not-text'],
  ])('refuses %j %j with %s', (amount, currency, code) => {
    expect(() => parseMoney(amount, currency)).toThrow(new DomainError('invalid', code));
  });
});

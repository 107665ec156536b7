import { DomainError } from '#kernel';
import { canonicalAmount, parseAmount } from './parse-amount.js';
import { quantityMessages } from './messages.js';

/** The one code that refuses `value`, or undefined if it is taken. */
function codeOf(value: unknown): string | undefined {
  try {
    parseAmount(value, { pointer: '/quantity/amount' });
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.kind).toBe('invalid');
    expect(error.fields).toEqual([{ pointer: '/quantity/amount', code: error.code, facts: error.facts }]);
    return error.code;
  }
}

describe('an amount as people write it', () => {
  it.each([
    ['0', '0'],
    ['1640', '1640'],
    ['2356.3', '2356.3'],
    ['210.0', '210'],
    ['0.50', '0.5'],
    ['0.308', '0.308'],
    ['999999999999999999.000000000001', '999999999999999999.000000000001'],
    ['1.0000000000000', '1'],
  ])('takes %s and keeps it as %s', (given, kept) => {
    expect(canonicalAmount(given, { allowZero: true })).toBe(kept);
  });

  it.each<[unknown, string]>([
    [2356.3, 'quantity.not-text'],
    [null, 'quantity.not-text'],
    [undefined, 'quantity.not-text'],
    [['1'], 'quantity.not-text'],
    ['', 'quantity.empty'],
    ['  ', 'quantity.empty'],
    ['\uff12\uff13\uff15\uff16.3', 'quantity.full-width'],
    ['2356\uff0e3', 'quantity.full-width'],
    ['2\uff0c356', 'quantity.full-width'],
    ['\uff0d1', 'quantity.full-width'],
    ['1\u3000', 'quantity.full-width'],
    ['两千', 'quantity.chinese-numerals'],
    ['1.2万', 'quantity.chinese-numerals'],
    ['10余', 'quantity.chinese-numerals'],
    ['-1', 'quantity.negative'],
    ['−1', 'quantity.negative'],
    ['-0', 'quantity.negative'],
    ['+1', 'quantity.plus-sign'],
    ['1e3', 'quantity.exponent'],
    ['1E-3', 'quantity.exponent'],
    ['2.5e3', 'quantity.exponent'],
    ['2,356.3', 'quantity.thousands-separator'],
    ['2356,3', 'quantity.thousands-separator'],
    ["2'356", 'quantity.thousands-separator'],
    ['2_356', 'quantity.thousands-separator'],
    ['2 356', 'quantity.thousands-separator'],
    ['2\u00a0356', 'quantity.thousands-separator'],
    [' 2356', 'quantity.spaces'],
    ['2356\n', 'quantity.spaces'],
    ['.5', 'quantity.bare-point'],
    ['5.', 'quantity.bare-point'],
    ['007', 'quantity.leading-zeros'],
    ['00.5', 'quantity.leading-zeros'],
    ['0', 'quantity.zero'],
    ['0.000', 'quantity.zero'],
    ['0.0000000000001', 'quantity.too-many-decimals'],
    ['1000000000000000000', 'quantity.too-large'],
    ['9'.repeat(41), 'quantity.too-long'],
    ['1.2.3', 'quantity.not-a-decimal'],
    ['12 kg', 'quantity.not-a-decimal'],
    ['0x1f', 'quantity.not-a-decimal'],
    ['Infinity', 'quantity.not-a-decimal'],
    ['NaN', 'quantity.not-a-decimal'],
    ['1\u200b2', 'quantity.not-a-decimal'],
    ['١٢', 'quantity.not-a-decimal'],
  ])('refuses %j with %s, which has a sentence in both languages', (given, code) => {
    expect(codeOf(given)).toBe(code);
    expect(quantityMessages[code]?.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(quantityMessages[code]?.en).toMatch(/[a-z]/);
  });
});

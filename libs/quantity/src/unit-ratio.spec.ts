import { DomainError } from '#kernel';
import { parseUnitRatio } from './unit-ratio.js';

function codeOf(value: unknown): string | undefined {
  try {
    parseUnitRatio(value, '/unitRatio');
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const good = { num: 6, den: 1, source: '箱体标签' };

describe("a product's own ratio in a request", () => {
  it('is two whole numbers and a source', () => {
    expect(parseUnitRatio({ ...good, source: ' 箱体标签 ' })).toEqual(good);
  });

  it('may come as digits, the way that ledger entries keep it', () => {
    expect(parseUnitRatio({ ...good, num: '6', den: '1' })).toEqual(good);
  });

  it.each<[unknown, string]>([
    [null, 'quantity.not-a-ratio'],
    [[6, 1], 'quantity.not-a-ratio'],
    ['6', 'quantity.not-a-ratio'],
    [{ ...good, num: 0 }, 'quantity.ratio-not-whole-numbers'],
    [{ ...good, num: -6 }, 'quantity.ratio-not-whole-numbers'],
    [{ ...good, num: 6.5 }, 'quantity.ratio-not-whole-numbers'],
    [{ ...good, num: '6.0' }, 'quantity.ratio-not-whole-numbers'],
    [{ ...good, num: '06' }, 'quantity.ratio-not-whole-numbers'],
    [{ ...good, num: '1e3' }, 'quantity.ratio-not-whole-numbers'],
    [{ ...good, num: '1000000001' }, 'quantity.ratio-not-whole-numbers'],
    [{ ...good, num: 1e10 }, 'quantity.ratio-not-whole-numbers'],
    [{ ...good, den: 0 }, 'quantity.ratio-not-whole-numbers'],
    [{ ...good, den: undefined }, 'quantity.ratio-not-whole-numbers'],
    [{ ...good, source: '' }, 'quantity.ratio-without-source'],
    [{ ...good, source: '  ' }, 'quantity.ratio-without-source'],
    [{ num: 6, den: 1 }, 'quantity.ratio-without-source'],
    [{ ...good, source: 'x'.repeat(201) }, 'quantity.ratio-without-source'],
    [{ ...good, unit: 'bottle-case' }, 'quantity.unknown-field'],
  ])('refuses %j with %s', (value, code) => {
    expect(codeOf(value)).toBe(code);
  });
});

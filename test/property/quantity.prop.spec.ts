import fc from 'fast-check';
import {
  addBase,
  canonicalAmount,
  compareBase,
  formatDecimal,
  parseAmount,
  readDecimal,
  subtractBase,
  sumByUnit,
  toBase,
} from '#quantity';
import { unitOf } from '../support/units.js';

const signed = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 12 }))
  .map(([digits, scale]) => formatDecimal({ digits, scale }));
const measured = fc
  .tuple(signed, fc.constantFrom('kg', 'cig-stick', 'bottle'))
  .map(([amount, unit]) => ({ amount, unit }));
const written = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 17n }), fc.stringMatching(/^[0-9]{0,12}$/))
  .map(([whole, fraction]) => (fraction === '' ? String(whole) : `${whole}.${fraction}`));
const steps = fc.bigInt({ min: 1n, max: 10n ** 15n });

describe('exact quantities, for any figures', () => {
  it('what is written canonically is read back as the same text', () => {
    fc.assert(fc.property(signed, (text) => formatDecimal(readDecimal(text)) === text));
  });

  it('a canonical amount is worth what was typed, and canonical form is reached in one step', () => {
    fc.assert(
      fc.property(written, (text) => {
        const [whole = '', fraction = ''] = text.split('.');
        const kept = canonicalAmount(text, { allowZero: true });
        const { digits, scale } = readDecimal(kept);
        expect(digits * 10n ** BigInt(12 - scale)).toBe(BigInt(whole + fraction.padEnd(12, '0')));
        expect(canonicalAmount(kept, { allowZero: true })).toBe(kept);
      }),
    );
  });

  it('any text is either an amount made of digits and at most one point, or refused', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+.,0-9eE ]{1,12}$/)), (text) => {
        const taken = (() => {
          try {
            parseAmount(text, { allowZero: true });
            return true;
          } catch {
            return false;
          }
        })();
        expect(taken).toBe(/^(0|[1-9][0-9]{0,17})(\.[0-9]+)?$/.test(text) && text.length <= 40);
      }),
      { numRuns: 2000 },
    );
  });

  it('every whole number of sticks is reached from cartons, and nothing between two sticks', () => {
    fc.assert(
      fc.property(steps, (sticks) => {
        const amount = formatDecimal({ digits: sticks * 5n, scale: 3 });
        expect(toBase({ amount, unit: 'cig-carton' }, { unitOf })).toEqual({
          amount: String(sticks),
          unit: 'cig-stick',
        });
        const between = formatDecimal({ digits: sticks * 50n + 1n, scale: 4 });
        expect(() => toBase({ amount: between, unit: 'cig-carton' }, { unitOf })).toThrow(
          'quantity.not-whole',
        );
      }),
    );
  });

  it('the base of parts is the sum of the bases of the parts', () => {
    const unit = fc.constantFrom('cig-stick', 'cig-pack', 'cig-carton', 'cig-case');
    const part = fc.record({ amount: fc.bigInt({ min: 1n, max: 10n ** 12n }).map(String), unit });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        const each = parts.map((one) => toBase(one, { unitOf }));
        expect(sumByUnit(each)).toEqual([toBase({ parts }, { unitOf })]);
      }),
    );
  });

  it("a product's ratio multiplies exactly", () => {
    const count = fc.integer({ min: 1, max: 1_000_000_000 });
    fc.assert(
      fc.property(steps, count, (cases, num) => {
        const unitRatio = { num, den: 1, source: 'label' };
        const base = toBase({ amount: String(cases), unit: 'bottle-case' }, { unitOf, unitRatio });
        expect(base.amount).toBe(String(cases * BigInt(num)));
      }),
    );
  });

  it('adding and taking away again changes nothing, and order does not matter', () => {
    fc.assert(
      fc.property(signed, signed, (x, y) => {
        const [a, b] = [
          { amount: x, unit: 'kg' },
          { amount: y, unit: 'kg' },
        ];
        expect(subtractBase(addBase(a, b), b)).toEqual(a);
        expect(addBase(a, b)).toEqual(addBase(b, a));
        expect(compareBase(a, b) + compareBase(b, a)).toBe(0);
      }),
    );
  });

  it('sums per unit do not depend on the order of the lines and keep unlike units apart', () => {
    fc.assert(
      fc.property(fc.array(measured), (lines) => {
        const sums = sumByUnit(lines);
        expect(sumByUnit([...lines].reverse())).toEqual(sums);
        expect(sums.map((sum) => sum.unit)).toEqual([...new Set(lines.map((line) => line.unit))].sort());
      }),
    );
  });
});

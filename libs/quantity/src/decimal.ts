/** An exact decimal: `digits / 10 ** scale`, with no trailing zero digits; never a float. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const canonical = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;

/** Ten to the power of a whole number >= 0. */
export function powerOfTen(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/** Gives `digits / 10 ** scale` with the trailing zeros of the fraction taken off. */
export function decimal(digits: bigint, scale: number): Decimal {
  let rest = digits;
  let left = scale;
  while (left > 0 && rest % 10n === 0n) {
    rest /= 10n;
    left -= 1;
  }
  return { digits: rest, scale: left };
}

/**
 * Reads an amount that this product wrote itself (canonical, sign allowed): balances and differences.
 * Throws RangeError on anything else; what people type goes through `parseAmount`.
 */
export function readDecimal(text: string): Decimal {
  if (!canonical.test(text) || text === '-0') throw new RangeError(`not a canonical decimal: ${text}`);
  const point = text.indexOf('.');
  if (point < 0) return { digits: BigInt(text), scale: 0 };
  return { digits: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - point - 1 };
}

/** The canonical text: no exponent, no trailing zeros, no plus sign, `0` for zero. */
export function formatDecimal({ digits, scale }: Decimal): string {
  const negative = digits < 0n;
  const text = (negative ? -digits : digits).toString().padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const fraction = text.slice(text.length - scale).replace(/0+$/, '');
  return (negative ? '-' : '') + whole + (fraction === '' ? '' : `.${fraction}`);
}

/** Digits of both numbers at their larger scale. */
function aligned(a: Decimal, b: Decimal): { a: bigint; b: bigint; scale: number } {
  const scale = Math.max(a.scale, b.scale);
  return { a: a.digits * powerOfTen(scale - a.scale), b: b.digits * powerOfTen(scale - b.scale), scale };
}

/** The exact sum. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const both = aligned(a, b);
  return decimal(both.a + both.b, both.scale);
}

/** The exact difference a - b. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return addDecimals(a, { digits: -b.digits, scale: b.scale });
}

/** -1, 0 or 1 as a is below, equal to or above b. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const both = aligned(a, b);
  if (both.a === both.b) return 0;
  return both.a < both.b ? -1 : 1;
}

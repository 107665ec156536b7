import { addDecimals, compareDecimals, formatDecimal, readDecimal, subtractDecimals } from '#quantity';

/** The exact sum of canonical amounts of one unit. */
export function sumOf(...amounts: readonly string[]): string {
  return formatDecimal(amounts.map(readDecimal).reduce(addDecimals, readDecimal('0')));
}

/** a - b of one unit, with a sign. */
export function difference(a: string, b: string): string {
  return formatDecimal(subtractDecimals(readDecimal(a), readDecimal(b)));
}

/** -1, 0 or 1 as a is below, equal to or above b. */
export function compare(a: string, b: string): -1 | 0 | 1 {
  return compareDecimals(readDecimal(a), readDecimal(b));
}

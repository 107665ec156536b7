import { addDecimals, compareDecimals, formatDecimal, readDecimal, subtractDecimals } from './decimal.js';
import type { BaseQuantity } from './to-base.js';

/** The exact sum of two amounts of one base unit; throws RangeError for unlike units (a caller's bug). */
export function addBase(a: BaseQuantity, b: BaseQuantity): BaseQuantity {
  refuseUnlike(a, b);
  return { amount: formatDecimal(addDecimals(readDecimal(a.amount), readDecimal(b.amount))), unit: a.unit };
}

/** a - b exactly, possibly negative; throws RangeError for unlike units. */
export function subtractBase(a: BaseQuantity, b: BaseQuantity): BaseQuantity {
  refuseUnlike(a, b);
  return {
    amount: formatDecimal(subtractDecimals(readDecimal(a.amount), readDecimal(b.amount))),
    unit: a.unit,
  };
}

/** -1, 0 or 1 as a is below, equal to or above b; throws RangeError for unlike units. */
export function compareBase(a: BaseQuantity, b: BaseQuantity): -1 | 0 | 1 {
  refuseUnlike(a, b);
  return compareDecimals(readDecimal(a.amount), readDecimal(b.amount));
}

/** True for an amount of nothing. */
export function isZero(quantity: BaseQuantity): boolean {
  return readDecimal(quantity.amount).digits === 0n;
}

/** Nothing, in this base unit. */
export function zeroOf(unit: string): BaseQuantity {
  return { amount: '0', unit };
}

/** One exact sum per base unit, in the order of unit codes; unlike units are never added to each other. */
export function sumByUnit(quantities: Iterable<BaseQuantity>): readonly BaseQuantity[] {
  const sums = new Map<string, BaseQuantity>();
  for (const quantity of quantities) {
    sums.set(quantity.unit, addBase(sums.get(quantity.unit) ?? zeroOf(quantity.unit), quantity));
  }
  return [...sums.values()].sort((a, b) => (a.unit < b.unit ? -1 : 1));
}

function refuseUnlike(a: BaseQuantity, b: BaseQuantity): void {
  if (a.unit !== b.unit) throw new RangeError(`unlike units: ${a.unit} and ${b.unit}`);
}

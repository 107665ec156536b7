import { formatDecimal, powerOfTen, readDecimal } from './decimal.js';
import { measuresOf, type Quantity } from './quantity.js';
import type { UnitOf } from './unit.js';

export type Language = 'zh' | 'en';

/**
 * An amount for reading: groups of three, `2,356.3` (both languages write it so).
 * `maxDecimals` rounds half away from zero: rounding happens here, in display, and nowhere else.
 */
export function formatAmount(amount: string, maxDecimals?: number): string {
  const shown = maxDecimals === undefined ? amount : rounded(amount, maxDecimals);
  const [whole = '', fraction] = shown.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A quantity for reading, with the unit's name in full: `3 箱(瓶装) + 7 瓶`, `2,356.3 cigarette carton (200)`. */
export function formatQuantity(quantity: Quantity, unitOf: UnitOf, language: Language): string {
  return measuresOf(quantity)
    .map(({ amount, unit }) => `${formatAmount(amount)} ${unitOf(unit)?.name[language] ?? unit}`)
    .join(' + ');
}

function rounded(amount: string, maxDecimals: number): string {
  const { digits, scale } = readDecimal(amount);
  if (scale <= maxDecimals) return amount;
  const divisor = powerOfTen(scale - maxDecimals);
  const half = digits < 0n ? -divisor / 2n : divisor / 2n;
  return formatDecimal({ digits: (digits + half) / divisor, scale: maxDecimals });
}

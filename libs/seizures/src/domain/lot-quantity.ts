import {
  bindRatio,
  measuresOf,
  parseQuantity,
  toBase,
  type BaseQuantity,
  type Quantity,
  type UnitOf,
} from '#quantity';
import type { LotFacts } from './case-facts.js';

export interface LotQuantityOptions {
  readonly unitOf: UnitOf;
  /** JSON pointer of the quantity in the request. */
  readonly pointer?: string;
  readonly allowZero?: boolean;
}

/**
 * Reads a quantity of a request as an amount of a registered lot: in any unit of the lot's family, by the ratio that
 * the lot carries. Throws the codes of `parseQuantity` and `toBase` (`quantity.other-family`, `.not-whole` …).
 */
export function amountOfLot(
  lot: Pick<LotFacts, 'base' | 'declared' | 'unitRatio'>,
  quantity: unknown,
  { unitOf, pointer = '', allowZero = false }: LotQuantityOptions,
): BaseQuantity {
  const parsed = parseQuantity(quantity, { pointer, allowZero });
  const ratio = lot.unitRatio;
  if (!ratio) return toBase(parsed, { unitOf, baseUnit: lot.base.unit, pointer, allowZero });
  // The ratio belongs to the unit that the lot was declared in; other units of the family keep their own.
  const units = measuresOf(lot.declared as Quantity).flatMap(({ unit }) => unitOf(unit) ?? []);
  const { num, den, source } = ratio;
  const unitRatio = bindRatio(units, { num: Number(num), den: Number(den), source });
  return toBase(parsed, { unitOf, baseUnit: lot.base.unit, unitRatio, pointer, allowZero });
}

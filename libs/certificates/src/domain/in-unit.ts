import type { Amount } from './certificate-content.js';
import { formatDecimal, readDecimal, type BoundRatio, type UnitOf } from '#quantity';

const mostDecimals = 12;

/**
 * A base amount in the unit in which people declared it (471260 sticks → 2356.3 cartons), where that is exact in
 * at most 12 decimals; else as it is, in the base unit: a paper never rounds.
 */
export function inUnit(
  base: Amount,
  unit: string,
  { unitOf, ratio }: { unitOf: UnitOf; ratio?: BoundRatio },
): Amount {
  if (unit === base.unit) return base;
  const per = ratio?.unit === unit ? ratio : unitOf(unit)?.ratio;
  if (!per) return base;
  const { digits, scale } = readDecimal(base.amount);
  const scaled = digits * BigInt(per.den) * 10n ** BigInt(mostDecimals);
  if (scaled % BigInt(per.num) !== 0n) return base;
  return { amount: formatDecimal({ digits: scaled / BigInt(per.num), scale: scale + mostDecimals }), unit };
}

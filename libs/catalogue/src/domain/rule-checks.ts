import { compareBase, hundredthsOf, readDecimal, subtractBase } from '#quantity';
import type { BaseQuantity, Money } from '#quantity';
import type { Category } from './category-row.js';
import type { LegalClock, RulePack } from './rule-pack.js';

/**
 * True if `measured` differs from `booked` by no more than the pack's share for the family of units
 * (0.5 % of mass). Families without a tolerance must agree exactly. Both in one base unit.
 */
export function withinTolerance(
  pack: RulePack,
  family: string,
  figures: { readonly booked: BaseQuantity; readonly measured: BaseQuantity },
): boolean {
  const { booked, measured } = figures;
  if (compareBase(booked, measured) === 0) return true;
  const share = pack.tolerances.find((each) => each.family === family)?.share;
  if (share === undefined) return false;
  const difference = readDecimal(subtractBase(measured, booked).amount);
  const whole = readDecimal(booked.amount);
  const scale = Math.max(difference.scale, whole.scale);
  const at = (value: { digits: bigint; scale: number }) => value.digits * 10n ** BigInt(scale - value.scale);
  const size = difference.digits < 0n ? -at(difference) : at(difference);
  return size * BigInt(share.den) <= at(whole) * BigInt(share.num);
}

/**
 * True if goods of the category need an appraisal before they enter a batch: always, never, or
 * (`if-value`) where the pack has a limit and the estimated value exceeds it in the same currency.
 */
export function needsAppraisal(pack: RulePack, category: Category, estimatedValue: Money | null): boolean {
  if (category.requiresAppraisal !== 'if-value') return category.requiresAppraisal;
  const limit = pack.appraisalLimit;
  if (limit === null || estimatedValue === null || limit.currency !== estimatedValue.currency) return false;
  return hundredthsOf(estimatedValue) > hundredthsOf(limit);
}

/** The pack's clock of this code, or undefined where the pack sets no such limit. */
export function clockOf(pack: RulePack, code: string): LegalClock | undefined {
  return pack.clocks.find((clock) => clock.code === code);
}

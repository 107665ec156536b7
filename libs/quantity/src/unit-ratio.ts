import { DomainError } from '#kernel';
import { unitFacts } from './unit-facts.js';
import type { BoundRatio, Ratio, Unit, UnitRatio } from './unit.js';

const largest = 1_000_000_000;
const maxSource = 200;

/**
 * Reads `{num, den, source}` of a request: one unit of this product holds `num / den` base units
 * (each a whole number up to 1,000,000,000, as a JSON number or as digits).
 * Throws `invalid`: `quantity.ratio-not-whole-numbers`, `quantity.ratio-without-source`,
 * `quantity.unknown-field`, `quantity.not-a-ratio`.
 */
export function parseUnitRatio(value: unknown, pointer = ''): UnitRatio {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refusal('quantity.not-a-ratio', pointer);
  }
  const { num, den, source, ...others } = value as Readonly<Record<string, unknown>>;
  const field = Object.keys(others)[0];
  if (field !== undefined) throw refusal('quantity.unknown-field', pointer, { field: field.slice(0, 40) });
  const [numCount, denCount] = [countOf(num), countOf(den)];
  if (numCount === undefined || denCount === undefined) {
    throw refusal('quantity.ratio-not-whole-numbers', pointer);
  }
  if (typeof source !== 'string' || source.trim() === '' || source.length > maxSource) {
    throw refusal('quantity.ratio-without-source', `${pointer}/source`, { most: String(maxSource) });
  }
  return { num: numCount, den: denCount, source: source.trim() };
}

/**
 * Finds the one unit that a product's ratio speaks of: the unit that has none of its own,
 * else the one whose usual ratio a product may replace.
 * Throws `invalid`: `quantity.ratio-not-allowed` if there is no such unit, `quantity.ratio-ambiguous` if several.
 */
export function bindRatio(units: readonly Unit[], ratio: UnitRatio, pointer = ''): BoundRatio {
  const distinct = [...new Map(units.map((unit) => [unit.code, unit])).values()];
  const without = distinct.filter((unit) => unit.ratio === null);
  const replaceable = distinct.filter((unit) => unit.ratioOverridable);
  const [unit, ...more] = without.length > 0 ? without : replaceable;
  if (unit === undefined) throw refusal('quantity.ratio-not-allowed', pointer, unitFacts(distinct[0]));
  if (more.length > 0) throw refusal('quantity.ratio-ambiguous', pointer);
  return { num: ratio.num, den: ratio.den, source: ratio.source, unit: unit.code };
}

/** The ratio that converts `unit`; throws `invalid` `quantity.ratio-missing` where only the product could tell. */
export function ratioFor(unit: Unit, bound: BoundRatio | undefined, pointer: string): Ratio {
  if (bound !== undefined && bound.unit === unit.code) return bound;
  if (unit.ratio !== null) return unit.ratio;
  throw refusal('quantity.ratio-missing', pointer, unitFacts(unit));
}

/** Whole numbers come as JSON numbers (as in the catalogue) or as digits (as in ledger entries). */
function countOf(value: unknown): number | undefined {
  const count = typeof value === 'string' && /^[1-9]\d{0,9}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(count) && (count as number) > 0 && (count as number) <= largest
    ? (count as number)
    : undefined;
}

function refusal(code: string, pointer: string, facts: Readonly<Record<string, string>> = {}): DomainError {
  return new DomainError('invalid', code, facts, [{ pointer, code, facts }]);
}

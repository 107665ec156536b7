import { DomainError } from '#kernel';
import { decimal, formatDecimal, powerOfTen } from './decimal.js';
import { parseAmount } from './parse-amount.js';
import { measuresOf, type Measure, type Quantity } from './quantity.js';
import { unitFacts } from './unit-facts.js';
import { bindRatio, ratioFor } from './unit-ratio.js';
import type { BoundRatio, Ratio, Unit, UnitOf, UnitRatio } from './unit.js';

/** A measure in a base unit; its amount may be negative where accounts or differences may be. */
export type BaseQuantity = Measure;

export interface BaseTerms {
  readonly unitOf: UnitOf;
  /** Units that the category takes; absent = any unit of the catalogue. */
  readonly allowedUnits?: readonly string[];
  /** The product's own ratio. With `unit` it holds for that unit alone; without, the quantity must need it. */
  readonly unitRatio?: UnitRatio | BoundRatio;
  /** Base unit of the lot that the quantity is of; absent when the lot is just being registered. */
  readonly baseUnit?: string;
  readonly allowZero?: boolean;
  readonly pointer?: string;
}

interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

/**
 * Converts a declared quantity to its family's base unit, exactly; parts give their exact sum.
 * 2,356.3 cartons of 200 give `{amount: '471260', unit: 'cig-stick'}`.
 * Throws `invalid`: `quantity.unknown-unit`, `.unit-not-allowed`, `.unlike-parts`, `.other-family`,
 * `.ratio-missing`, `.ratio-not-allowed`, `.ratio-ambiguous`, every code of `parseAmount`, and
 * `quantity.not-whole` (facts: unit, base, step, below, above) where the sum is no whole number of steps.
 */
export function toBase(quantity: Quantity, terms: BaseTerms): BaseQuantity {
  const pointer = terms.pointer ?? '';
  const measures = measuresOf(quantity);
  const pointerOf = (index: number) => ('parts' in quantity ? `${pointer}/parts/${index}` : pointer);
  const units = measures.map((measure, index) => knownUnit(measure.unit, terms, pointerOf(index)));
  const first = units[0];
  if (first === undefined) throw refusal('quantity.no-parts', `${pointer}/parts`);
  refuseUnlike(units, first, terms);
  const base = baseOf(first, terms.unitOf);
  const bound = boundRatio(units, terms);
  const steps = measures.reduce<Fraction>(
    (sum, measure, index) => {
      const at = pointerOf(index);
      const amount = parseAmount(measure.amount, { pointer: `${at}/amount`, allowZero: terms.allowZero });
      const ratio = ratioFor(units[index]!, bound, pointer);
      const num = amount.digits * BigInt(ratio.num) * BigInt(base.step.den);
      const den = powerOfTen(amount.scale) * BigInt(ratio.den) * BigInt(base.step.num);
      return { num: sum.num * den + num * sum.den, den: sum.den * den };
    },
    { num: 0n, den: 1n },
  );
  if (steps.num % steps.den !== 0n) throw notWhole(first, base, steps, pointer);
  return { amount: amountOf(steps.num / steps.den, base.step), unit: base.unit.code };
}

function knownUnit(code: string, terms: BaseTerms, pointer: string): Unit {
  const unit = terms.unitOf(code);
  if (unit === undefined) throw refusal('quantity.unknown-unit', `${pointer}/unit`, { unit: code });
  if (terms.allowedUnits !== undefined && !terms.allowedUnits.includes(code)) {
    const facts = { ...unitFacts(unit), ...namesOf(terms.allowedUnits, terms.unitOf) };
    throw refusal('quantity.unit-not-allowed', `${pointer}/unit`, facts);
  }
  return unit;
}

function refuseUnlike(units: readonly Unit[], first: Unit, terms: BaseTerms): void {
  const pointer = terms.pointer ?? '';
  const unlike = units.findIndex((unit) => unit.family !== first.family);
  if (unlike > 0) {
    const other = units[unlike]!;
    const facts = { ...unitFacts(first), other: other.code, otherZh: other.name.zh, otherEn: other.name.en };
    throw refusal('quantity.unlike-parts', `${pointer}/parts/${unlike}/unit`, facts);
  }
  if (terms.baseUnit === undefined || terms.baseUnit === first.base) return;
  const base = terms.unitOf(terms.baseUnit);
  const facts = {
    ...unitFacts(first),
    base: terms.baseUnit,
    baseZh: base?.name.zh ?? '',
    baseEn: base?.name.en ?? '',
  };
  throw refusal('quantity.other-family', `${pointer}/unit`, facts);
}

function boundRatio(units: readonly Unit[], terms: BaseTerms): BoundRatio | undefined {
  const ratio = terms.unitRatio;
  if (ratio === undefined || 'unit' in ratio) return ratio;
  return bindRatio(units, ratio, terms.pointer);
}

function baseOf(unit: Unit, unitOf: UnitOf): { readonly unit: Unit; readonly step: Ratio } {
  const base = unitOf(unit.base);
  if (base?.step == null) throw new Error(`unit ${unit.code}: base unit ${unit.base} has no step`);
  return { unit: base, step: base.step };
}

/** `steps * step` as canonical text; a catalogue's steps are fractions of a power of ten. */
function amountOf(steps: bigint, step: Ratio): string {
  const scale = String(step.den).length - 1;
  if (powerOfTen(scale) !== BigInt(step.den)) throw new Error(`step 1/${step.den} is not a decimal one`);
  return formatDecimal(decimal(steps * BigInt(step.num), scale));
}

function notWhole(
  unit: Unit,
  base: { readonly unit: Unit; readonly step: Ratio },
  steps: Fraction,
  pointer: string,
): DomainError {
  const below = steps.num / steps.den;
  const facts = {
    ...unitFacts(unit),
    base: base.unit.code,
    baseZh: base.unit.name.zh,
    baseEn: base.unit.name.en,
    step: amountOf(1n, base.step),
    below: amountOf(below, base.step),
    above: amountOf(below + 1n, base.step),
  };
  return refusal('quantity.not-whole', `${pointer}/amount`, facts);
}

function namesOf(
  codes: readonly string[],
  unitOf: UnitOf,
): { allowed: string; allowedZh: string; allowedEn: string } {
  const names = codes.map((code) => unitOf(code)?.name ?? { zh: code, en: code });
  return {
    allowed: codes.join(', '),
    allowedZh: names.map((name) => name.zh).join('、'),
    allowedEn: names.map((name) => name.en).join(', '),
  };
}

function refusal(code: string, pointer: string, facts: Readonly<Record<string, string>> = {}): DomainError {
  return new DomainError('invalid', code, facts, [{ pointer, code, facts }]);
}

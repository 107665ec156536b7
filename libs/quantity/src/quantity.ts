import { DomainError } from '#kernel';
import { canonicalAmount, type AmountOptions } from './parse-amount.js';

/** An amount as a canonical decimal string, and a unit code. */
export interface Measure {
  readonly amount: string;
  readonly unit: string;
}

/** A quantity as declared: one measure, or several of one family (3 cases + 7 bottles). */
export type Quantity = Measure | { readonly parts: readonly Measure[] };

const maxParts = 20;
const code = /^[a-z0-9][a-z0-9-]{0,39}$/;

/**
 * Reads a quantity of a request: `{amount, unit}` or `{parts: [{amount, unit}, ...]}` and nothing else.
 * Gives it with canonical amounts. Units are checked for their form only; `toBase` knows which exist.
 * Throws `invalid` with the pointer of the wrong field.
 */
export function parseQuantity(value: unknown, options: AmountOptions = {}): Quantity {
  const pointer = options.pointer ?? '';
  const fields = objectOf(value, pointer);
  if (!('parts' in fields)) return parseMeasure(fields, options);
  if ('amount' in fields || 'unit' in fields) throw refusal('quantity.amount-and-parts', pointer);
  refuseOthers(fields, ['parts'], pointer);
  const parts = fields['parts'];
  if (!Array.isArray(parts) || parts.length === 0) throw refusal('quantity.no-parts', `${pointer}/parts`);
  if (parts.length > maxParts) {
    throw refusal('quantity.too-many-parts', `${pointer}/parts`, { most: String(maxParts) });
  }
  return {
    parts: parts.map((part: unknown, index) => {
      const at = `${pointer}/parts/${index}`;
      return parseMeasure(objectOf(part, at), { ...options, pointer: at });
    }),
  };
}

/** The measures of a quantity: its parts, or itself alone. */
export function measuresOf(quantity: Quantity): readonly Measure[] {
  return 'parts' in quantity ? quantity.parts : [quantity];
}

function parseMeasure(fields: Readonly<Record<string, unknown>>, options: AmountOptions): Measure {
  const pointer = options.pointer ?? '';
  refuseOthers(fields, ['amount', 'unit'], pointer);
  const unit = fields['unit'];
  if (typeof unit !== 'string' || !code.test(unit)) throw refusal('quantity.no-unit', `${pointer}/unit`);
  return { amount: canonicalAmount(fields['amount'], { ...options, pointer: `${pointer}/amount` }), unit };
}

function objectOf(value: unknown, pointer: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  throw refusal('quantity.not-a-quantity', pointer);
}

function refuseOthers(fields: object, known: readonly string[], pointer: string): void {
  const field = Object.keys(fields).find((name) => !known.includes(name));
  if (field === undefined) return;
  const escaped = field.replaceAll('~', '~0').replaceAll('/', '~1');
  throw refusal('quantity.unknown-field', `${pointer}/${escaped}`, { field: field.slice(0, 40) });
}

function refusal(what: string, pointer: string, facts: Readonly<Record<string, string>> = {}): DomainError {
  return new DomainError('invalid', what, facts, [{ pointer, code: what, facts }]);
}

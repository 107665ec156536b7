import { bookGoods, type Catalogue } from '#catalogue';
import { DomainError, type FieldError } from '#kernel';
import { parseMoney, parseQuantity, parseUnitRatio } from '#quantity';
import type { BookedLot, LotRequest } from './domain/registration.js';

/**
 * Books every line in base units by the catalogue. Throws `invalid` with a field error for each wrong line at once,
 * so that an officer with a long list mends it in one go; a single error is thrown as itself.
 */
export function bookLots(catalogue: Catalogue, lots: readonly LotRequest[]): BookedLot[] {
  const errors: DomainError[] = [];
  const booked = lots.flatMap((lot, index) => {
    try {
      return [bookLot(catalogue, lot, `/lots/${index}`)];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      errors.push(error);
      return [];
    }
  });
  const [only, ...more] = errors;
  if (only && more.length === 0) throw only;
  if (only) throw new DomainError('invalid', 'request.invalid', {}, errors.flatMap(fieldsOf));
  return booked;
}

function bookLot(catalogue: Catalogue, request: LotRequest, pointer: string): BookedLot {
  const { quantity, unitRatio, estimatedValue, ...said } = request;
  const declared = parseQuantity(quantity, { pointer: `${pointer}/quantity` });
  const ratio = unitRatio === undefined ? undefined : parseUnitRatio(unitRatio, `${pointer}/unitRatio`);
  const goods = { category: request.category, quantity: declared, pointer };
  const { base } = bookGoods(catalogue, ratio === undefined ? goods : { ...goods, unitRatio: ratio });
  return {
    ...said,
    declared,
    base,
    ...(ratio && { unitRatio: { num: String(ratio.num), den: String(ratio.den), source: ratio.source } }),
    ...(estimatedValue && { estimatedValue: valueOf(estimatedValue, `${pointer}/estimatedValue`) }),
  };
}

function valueOf(value: NonNullable<LotRequest['estimatedValue']>, pointer: string) {
  return { ...parseMoney(value.amount, value.currency, pointer), basis: value.basis };
}

function fieldsOf(error: DomainError): readonly FieldError[] {
  return error.fields.length > 0 ? error.fields : [{ pointer: '', code: error.code, facts: error.facts }];
}

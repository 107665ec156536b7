import { DomainError } from '#kernel';
import { decimal, formatDecimal, powerOfTen } from './decimal.js';
import { parseAmount } from './parse-amount.js';

/** A sum of money: a canonical decimal of at most two places, and a currency code (ISO 4217). */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/**
 * Reads `amount` and `currency` of a request. Throws `invalid`: `money.too-many-decimals`,
 * `money.unknown-currency`, and the codes of `parseAmount`; zero is a possible value.
 */
export function parseMoney(amount: unknown, currency: unknown, pointer = ''): Money {
  const value = parseAmount(amount, { pointer: `${pointer}/amount`, allowZero: true });
  if (value.scale > 2) throw refusal('money.too-many-decimals', `${pointer}/amount`);
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) {
    throw refusal('money.unknown-currency', `${pointer}/currency`);
  }
  return { amount: formatDecimal(value), currency };
}

/** The hundredths of a sum (fen of CNY) as a whole number. */
export function hundredthsOf(money: Money): bigint {
  const { digits, scale } = parseAmount(money.amount, { allowZero: true });
  if (scale > 2) throw refusal('money.too-many-decimals', '/amount');
  return digits * powerOfTen(2 - scale);
}

/** Hundredths back as a sum of money. */
export function moneyOf(hundredths: bigint, currency: string): Money {
  return { amount: formatDecimal(decimal(hundredths, 2)), currency };
}

function refusal(code: string, pointer: string): DomainError {
  return new DomainError('invalid', code, {}, [{ pointer, code }]);
}

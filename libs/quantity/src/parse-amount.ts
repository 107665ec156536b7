import { DomainError } from '#kernel';
import { decimal, formatDecimal, type Decimal } from './decimal.js';

export interface AmountOptions {
  /** JSON pointer (RFC 6901) of the amount in the request, for the field error. */
  readonly pointer?: string;
  /** True where nothing is a possible answer (`returned: 0`). */
  readonly allowZero?: boolean;
}

/** Room for every published figure and for milligrams of a hundred million tonnes. */
const maxWholeDigits = 18;
const maxDecimals = 12;
const maxLength = 40;

/** Ways of writing that look like numbers to people; the first that matches names what to change. */
const refusals: readonly (readonly [RegExp, string])[] = [
  [/^\s*$/, 'quantity.empty'],
  [/[\uff01-\uff5e\u3000\u3002]/, 'quantity.full-width'],
  [/[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億半几余多]/, 'quantity.chinese-numerals'],
  [/^\s*[-\u2012-\u2015\u2212]/, 'quantity.negative'],
  [/^\s*\+/, 'quantity.plus-sign'],
  [/^[\d.]+[eE][-+]?\d+$/, 'quantity.exponent'],
  [/^\d[\d.]*(?:[,'’_\s\u00a0]+\d[\d.]*)+$/, 'quantity.thousands-separator'],
  [/^\s|\s$/, 'quantity.spaces'],
  [/^\.\d+$|^\d+\.$/, 'quantity.bare-point'],
  [/^0\d+(?:\.\d+)?$/, 'quantity.leading-zeros'],
];
const plain = /^(\d+)(?:\.(\d+))?$/;

/**
 * Reads an amount as people send it: a JSON string of ASCII digits with at most one point.
 * Gives the exact decimal. Throws `invalid` with one code per way of writing wrongly
 * (`quantity.not-text`, `.empty`, `.full-width`, `.negative`, `.exponent`, `.zero` and so on).
 */
export function parseAmount(value: unknown, options: AmountOptions = {}): Decimal {
  if (typeof value !== 'string') throw refusal('quantity.not-text', '', options.pointer);
  const code = faultOf(value);
  if (code !== undefined) throw refusal(code, value, options.pointer);
  const [, whole = '', fraction = ''] = plain.exec(value)!;
  const amount = decimal(BigInt(whole + fraction), fraction.length);
  if (amount.scale > maxDecimals) throw refusal('quantity.too-many-decimals', value, options.pointer);
  if (amount.digits === 0n && options.allowZero !== true) {
    throw refusal('quantity.zero', value, options.pointer);
  }
  return amount;
}

/** Like {@link parseAmount}, but gives the canonical text. */
export function canonicalAmount(value: unknown, options: AmountOptions = {}): string {
  return formatDecimal(parseAmount(value, options));
}

function faultOf(text: string): string | undefined {
  if (text.length > maxLength) return 'quantity.too-long';
  const known = refusals.find(([pattern]) => pattern.test(text));
  if (known !== undefined) return known[1];
  const parts = plain.exec(text);
  if (parts === null) return 'quantity.not-a-decimal';
  return parts[1]!.length > maxWholeDigits ? 'quantity.too-large' : undefined;
}

function refusal(code: string, given: string, pointer = ''): DomainError {
  const facts = {
    given: given.slice(0, maxLength),
    maxDecimals: String(maxDecimals),
    maxDigits: String(maxWholeDigits),
    maxLength: String(maxLength),
  };
  return new DomainError('invalid', code, facts, [{ pointer, code, facts }]);
}

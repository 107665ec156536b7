const plain = /^\d+(\.\d+)?$/;

/** What was typed as a plain decimal: without spaces and thousands separators, full-width digits as usual ones. */
export function plainOf(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s,]/g, '');
}

/**
 * The exact difference of a sum to `whole`, with a sign where the sum is less; undefined where something is no plain
 * decimal. Empty texts count as nothing.
 */
export function differenceTo(whole: string, parts: readonly string[]): string | undefined {
  const filled = parts.filter((one) => one !== '');
  const all = [whole, ...filled];
  if (!all.every((one) => plain.test(one))) return undefined;
  const scale = Math.max(...all.map((one) => decimalsOf(one).length));
  const steps = (text: string) => BigInt(text.split('.')[0]! + decimalsOf(text).padEnd(scale, '0'));
  const value = filled.reduce((sum, one) => sum + steps(one), BigInt(0)) - steps(whole);
  const digits = String(value < BigInt(0) ? -value : value).padStart(scale + 1, '0');
  const text =
    scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`.replace(/\.?0+$/, '');
  return value < BigInt(0) ? `-${text}` : text;
}

function decimalsOf(decimal: string): string {
  return decimal.split('.')[1] ?? '';
}

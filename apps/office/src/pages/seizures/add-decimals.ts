/** The exact sum of two plain decimals without signs. */
export function addDecimals(a: string, b: string): string {
  const scale = Math.max(decimalsOf(a), decimalsOf(b));
  const sum = String(scaled(a, scale) + scaled(b, scale)).padStart(scale + 1, '0');
  if (scale === 0) return sum;
  const text = `${sum.slice(0, -scale)}.${sum.slice(-scale)}`;
  return text.replace(/\.?0+$/, '');
}

function decimalsOf(decimal: string): number {
  return decimal.split('.')[1]?.length ?? 0;
}

function scaled(decimal: string, scale: number): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}

/**
 * A number of a spreadsheet's file as people see it. The file has binary fractions with up to 17 digits
 * (`158.40000000000001` for 158.4) and exponents; the shortest decimal that means the same number is what was typed.
 */
export function plainNumber(written: string): string {
  const exact = /^-?\d{1,15}$/.test(written) || (/^-?\d+\.\d+$/.test(written) && written.length <= 15);
  if (exact) return written;
  const shortest = String(Number(written));
  return shortest.includes('e') || shortest === 'NaN' ? written : shortest;
}

import { coverageTable } from './coverage-table.js';

/** Code points in ranges `[first, last]`, ascending and not touching. */
export type Ranges = readonly (readonly [first: number, last: number])[];

/** Writes ranges as `gap.length` pairs in base 36, the gap counted from the end of the range before. */
export function encodeRanges(ranges: Ranges): string {
  let end = 0;
  return ranges
    .map(([first, last]) => {
      const pair = `${(first - end).toString(36)}.${(last - first + 1).toString(36)}`;
      end = last + 1;
      return pair;
    })
    .join(' ');
}

/** Reads what {@link encodeRanges} wrote. */
export function decodeRanges(text: string): Ranges {
  let end = 0;
  return text.split(' ').map((pair) => {
    const [gap = '', length = ''] = pair.split('.');
    const first = end + Number.parseInt(gap, 36);
    end = first + Number.parseInt(length, 36);
    return [first, end - 1] as const;
  });
}

const covered = decodeRanges(coverageTable.join(' '));

/**
 * True when the fonts of our papers have a glyph for the code point in both weights, and it can be set
 * without shaping: no combining marks, no scripts that join or reorder. O(log n), no font is opened.
 */
export function isPrintable(codePoint: number): boolean {
  let low = 0;
  let high = covered.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = covered[middle]!;
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}

import type { Sheet, TextStyle } from './sheet.js';
import type { Row } from './table-model.js';
import { widthOf } from './text-layout.js';

/** True for a grouped decimal as the paper prints it. */
export function isFigure(text: string): boolean {
  return /^-?[\d,]+(\.\d+)?$/.test(text);
}

/** Width in points of the longest fraction (with its point) in one column, in bold so that totals fit. */
export function widestFraction(
  sheet: Sheet,
  rows: readonly Row[],
  of: { column: number; size: number },
): number {
  let widest = 0;
  for (const row of rows) {
    let index = 0;
    for (const { paragraphs, span = 1 } of row.cells) {
      const text = index === of.column && span === 1 ? (paragraphs[0]?.text ?? '') : '';
      const point = isFigure(text) ? text.indexOf('.') : -1;
      if (point >= 0) widest = Math.max(widest, widthOf(text.slice(point), sheet.fonts.bold, of.size));
      index += span;
    }
  }
  return widest;
}

type Figure = { text: string; style: TextStyle; x: number; y: number; width: number; fraction: number };

/** Sets a figure on one line with its point in the column's line of points, smaller if it must. */
export function drawFigure(sheet: Sheet, { text, style, x, y, width, fraction }: Figure): void {
  const weight = style.bold ? sheet.fonts.bold : sheet.fonts.regular;
  const measure = (part: string): number => widthOf(part, weight, style.size);
  const whole = measure(text.split('.')[0]!);
  const shrink = Math.min(1, width / (whole + fraction), width / measure(text));
  const size = style.size * shrink;
  const block = sheet.block(text, { ...style, size }, width + 1);
  sheet.draw(block, x + width - (fraction + whole) * shrink, y + (style.size - size) / 2);
}

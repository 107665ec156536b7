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

/** Figures are made smaller down to this part of their size; beyond it they would be hard to read. */
const smallest = 0.72;

/**
 * Sets a figure on one line with its point in the column's line of points, a little smaller if it must.
 * Gives false and draws nothing when it doesn't fit: the caller then lets it run over several lines.
 */
export function drawFigure(sheet: Sheet, { text, style, x, y, width, fraction }: Figure): boolean {
  const weight = style.bold ? sheet.fonts.bold : sheet.fonts.regular;
  const measure = (part: string): number => widthOf(part, weight, style.size);
  const whole = measure(text.split('.')[0]!);
  const aligned = Math.min(1, width / (whole + fraction));
  // One long figure elsewhere in the column is no reason to shrink: then the point stands aside.
  const shrink = aligned >= smallest ? aligned : Math.min(1, width / measure(text));
  if (shrink < smallest) return false;
  const size = style.size * shrink;
  const block = sheet.block(text, { ...style, size }, width + 1);
  const left = aligned >= smallest ? width - (fraction + whole) * shrink : width - measure(text) * shrink;
  sheet.draw(block, x + left, y + (style.size - size) / 2);
  return true;
}

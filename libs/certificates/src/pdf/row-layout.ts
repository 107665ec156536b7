import type { Block, Sheet } from './sheet.js';
import type { Cell, Column, Paragraph, Row } from './table-model.js';
import { leading, page } from './theme.js';

/** Space in points between a cell's text and its edges. */
export const padding = { x: 3, y: 3.2 } as const;
/** Font size of a cell that asks for none. */
export const bodySize = 7.8;

export type PlacedText = { readonly block: Block; readonly paragraph: Paragraph };
export type PlacedCell = {
  readonly cell: Cell;
  readonly column: Column;
  readonly x: number;
  readonly width: number;
  readonly texts: readonly PlacedText[];
};
/** A row with its lines broken; `height` in points with padding. */
export type PlacedRow = { readonly cells: readonly PlacedCell[]; readonly height: number; readonly row: Row };

/** Breaks the lines of a row's cells and measures it. */
export function placeRow(sheet: Sheet, columns: readonly Column[], row: Row): PlacedRow {
  let index = 0;
  let x: number = page.left;
  const cells = row.cells.map((cell): PlacedCell => {
    const span = cell.span ?? 1;
    const width = columns.slice(index, index + span).reduce((sum, column) => sum + column.width, 0);
    const texts = cell.paragraphs.map((paragraph) => ({
      paragraph,
      block: blockOf(sheet, { paragraph, row, width: width - 2 * padding.x }),
    }));
    const placed = { cell, column: columns[index]!, x, width, texts };
    index += span;
    x += width;
    return placed;
  });
  return measured(row, cells);
}

function measured(row: Row, cells: readonly PlacedCell[]): PlacedRow {
  const height = Math.max(...cells.map((cell) => heightOf(cell.texts))) + 2 * padding.y;
  return { row, cells, height };
}

function heightOf(texts: readonly PlacedText[]): number {
  return texts.reduce((sum, { block }) => sum + block.height, 0);
}

function blockOf(sheet: Sheet, of: { paragraph: Paragraph; row: Row; width: number }): Block {
  const { text, size = bodySize, bold, lang, colour } = of.paragraph;
  const strong = of.row.kind === 'group' || of.row.kind === 'total';
  const style = { size, bold: bold ?? (strong && !lang), ...(colour ? { colour } : {}) };
  return sheet.block(text, style, of.width);
}

/**
 * Cuts a row that is higher than `limit` points into rows that are not, between lines: a long statement
 * runs on over the page, it is never clipped. Each part has at least one line.
 */
export function splitRow(placed: PlacedRow, limit: number): PlacedRow[] {
  if (placed.height <= limit) return [placed];
  const parts = placed.cells.map((cell) => cutTexts(cell.texts, limit - 2 * padding.y));
  const count = Math.max(...parts.map((part) => part.length));
  return Array.from({ length: count }, (_, index) =>
    measured(
      placed.row,
      placed.cells.map((cell, at) => ({ ...cell, texts: parts[at]![index] ?? [] })),
    ),
  );
}

function cutTexts(texts: readonly PlacedText[], limit: number): PlacedText[][] {
  const parts: PlacedText[][] = [[]];
  let room = limit;
  for (const { paragraph, block } of texts) {
    const lineHeight = block.style.size * leading;
    let { lines } = block;
    while (lines.length > 0) {
      const fitting = Math.floor(room / lineHeight);
      if (fitting < 1 && room < limit) {
        parts.push([]);
        room = limit;
        continue;
      }
      const taken = lines.slice(0, Math.max(1, fitting));
      const height = taken.length * lineHeight;
      parts.at(-1)!.push({ paragraph, block: { ...block, lines: taken, height } });
      room -= height;
      lines = lines.slice(taken.length);
    }
  }
  return parts;
}

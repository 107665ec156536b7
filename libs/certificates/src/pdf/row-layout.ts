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
 * Cuts a row between lines into what `limit` points can hold (at least one line of each cell) and the
 * rest: a long statement runs on over the page, it is never clipped.
 */
export function cutRow(placed: PlacedRow, limit: number): { first: PlacedRow; rest: PlacedRow | undefined } {
  const cuts = placed.cells.map((cell) => cutTexts(cell.texts, limit - 2 * padding.y));
  const part = (which: 'taken' | 'left'): PlacedRow =>
    measured(
      placed.row,
      placed.cells.map((cell, index) => ({ ...cell, texts: cuts[index]![which] })),
    );
  const isLeft = cuts.some(({ left }) => left.length > 0);
  return { first: part('taken'), rest: isLeft ? part('left') : undefined };
}

function cutTexts(texts: readonly PlacedText[], limit: number): { taken: PlacedText[]; left: PlacedText[] } {
  const taken: PlacedText[] = [];
  const left: PlacedText[] = [];
  let room = limit;
  for (const text of texts) {
    const fitting = left.length > 0 ? 0 : Math.floor(room / lineHeightOf(text));
    const count = taken.length === 0 && left.length === 0 ? Math.max(1, fitting) : fitting;
    if (count > 0) taken.push(linesOf(text, 0, count));
    if (count < text.block.lines.length) left.push(linesOf(text, count));
    room -= text.block.height;
  }
  return { taken, left };
}

function lineHeightOf({ block }: PlacedText): number {
  return block.style.size * leading;
}

function linesOf(text: PlacedText, from: number, to?: number): PlacedText {
  const lines = text.block.lines.slice(from, to);
  return { ...text, block: { ...text.block, lines, height: lines.length * lineHeightOf(text) } };
}

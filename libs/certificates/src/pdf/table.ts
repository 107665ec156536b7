import { drawFigure, isFigure, widestFraction } from './figures.js';
import type { StructElement } from './pdfkit-internals.js';
import { bodySize, cutRow, padding, placeRow } from './row-layout.js';
import type { PlacedCell, PlacedRow, PlacedText } from './row-layout.js';
import type { Sheet } from './sheet.js';
import type { Column, Row } from './table-model.js';
import { bottomEdge, colour, page } from './theme.js';

/** A row that is cut begins on a page only if this many points are left there. */
const leastPart = 90;

/** A table with a head that is repeated on each page and figures that stand under each other by their point. */
export class Table {
  /** Widest fraction part of each decimal column, in points. */
  private readonly fractions: readonly number[];
  private readonly rows: readonly PlacedRow[];
  private readonly head: PlacedRow;
  private readonly width: number;

  constructor(
    private readonly sheet: Sheet,
    private readonly columns: readonly Column[],
    rows: readonly Row[],
  ) {
    this.fractions = columns.map((column, index) =>
      column.align === 'decimal' ? widestFraction(sheet, rows, { column: index, size: bodySize }) : 0,
    );
    this.rows = rows.map((row) => placeRow(sheet, columns, row));
    this.head = placeRow(sheet, columns, headRow(columns));
    this.width = columns.reduce((sum, column) => sum + column.width, 0);
  }

  /** Points that should stay together with the heading above: the whole table if it is short. */
  get keep(): number {
    const height = this.rows.reduce((sum, row) => sum + row.height, this.head.height);
    return height <= 260 ? height : this.opening;
  }

  /** Points of the head with the first row, or with a part of it where it is high. */
  private get opening(): number {
    return this.head.height + Math.min(this.rows[0]?.height ?? 0, leastPart);
  }

  /** Draws the table at the cursor, over as many pages as it needs. */
  draw(parent: StructElement): void {
    const table = this.sheet.open('Table', parent);
    this.sheet.reserve(this.opening);
    const thead = this.sheet.open('THead', table);
    this.drawRow(this.head, thead, true);
    thead.end();
    const body = this.sheet.open('TBody', table);
    this.rows.forEach((row, index) => this.drawBodyRow(row, index, body));
    body.end();
    table.end();
    this.sheet.rule({ colour: colour.ink, weight: 0.8, width: this.width });
    this.sheet.y += 10;
  }

  private drawBodyRow(row: PlacedRow, index: number, body: StructElement): void {
    const wholePage = bottomEdge - (page.top + this.head.height);
    let rest: PlacedRow | undefined = row;
    while (rest) {
      const room = bottomEdge - this.sheet.y;
      const needed = Math.min(rest.height + this.followed(index), wholePage);
      if (Math.max(rest.height, needed) <= room) {
        this.drawRow(rest, body);
        return;
      }
      if (rest.height > wholePage && room >= leastPart) {
        const cut = cutRow(rest, room);
        this.drawRow(cut.first, body);
        rest = cut.rest;
      } else this.continueOnNextPage();
    }
  }

  /** Height that must fit below a row: a group's heading and a line with notes aren't left alone. */
  private followed(index: number): number {
    const next = this.rows[index + 1];
    if (!next) return 0;
    return this.rows[index]!.row.kind === 'group' || next.row.kind === 'note' ? next.height : 0;
  }

  private continueOnNextPage(): void {
    this.sheet.rule({ width: this.width });
    this.sheet.newPage();
    this.sheet.artifact(() => {
      this.fill(this.head.height);
      for (const cell of this.head.cells) this.drawTexts(cell, (_text, draw) => draw());
    }, 'Pagination');
    this.sheet.y += this.head.height;
  }

  private drawRow(placed: PlacedRow, parent: StructElement, isHead = false): void {
    const { sheet } = this;
    const { kind } = placed.row;
    if (isHead || kind === 'group') sheet.artifact(() => this.fill(placed.height));
    const rule = isHead ? { colour: colour.ink, weight: 0.8 } : { colour: colour.inner };
    if (kind !== 'note') sheet.rule({ ...rule, width: this.width });
    const row = sheet.open('TR', parent);
    for (const cell of placed.cells) this.drawCell(cell, row, isHead);
    row.end();
    sheet.y += placed.height;
  }

  private fill(height: number): void {
    this.sheet.pdf.rect(page.left, this.sheet.y, this.width, height).fill(colour.tint);
  }

  private drawCell(placed: PlacedCell, row: StructElement, isHead: boolean): void {
    const { header, span = 1 } = placed.cell;
    const scope = isHead ? 'Column' : header ? 'Row' : undefined;
    const cell = this.sheet.open(scope ? 'TH' : 'TD', row);
    if (scope || span > 1) {
      const attributes = { ...(scope ? { Scope: scope } : {}), ...(span > 1 ? { ColSpan: span } : {}) };
      cell.dictionary.data['A'] = { O: 'Table', ...attributes };
    }
    this.drawTexts(placed, ({ paragraph }, draw) => {
      const { lang } = paragraph;
      if (placed.texts.length === 1 && !lang) cell.add(draw);
      else this.sheet.leaf('P', cell, draw, lang ? { lang } : {});
    });
    cell.end();
  }

  private drawTexts(placed: PlacedCell, mark: (text: PlacedText, draw: () => void) => void): void {
    let y = this.sheet.y + padding.y;
    for (const text of placed.texts) {
      const top = y;
      mark(text, () => this.drawText(placed, text, top));
      y += text.block.height;
    }
  }

  private drawText(placed: PlacedCell, { block, paragraph: { text } }: PlacedText, y: number): void {
    const width = placed.width - 2 * padding.x;
    const x = placed.x + padding.x;
    if (placed.column.align !== 'decimal' || (placed.cell.span ?? 1) > 1) {
      this.sheet.draw(block, x, y, width);
      return;
    }
    const fraction = this.fractions[this.columns.indexOf(placed.column)]!;
    if (isFigure(text) && drawFigure(this.sheet, { text, style: block.style, x, y, width, fraction })) return;
    this.sheet.draw({ ...block, style: { ...block.style, align: 'right' } }, x, y, width);
  }
}

function headRow(columns: readonly Column[]): Row {
  const cells = columns.map(({ zh, en }) => ({
    paragraphs: [
      { text: zh, bold: true, size: 7.5 },
      { text: en, lang: 'en', size: 6.2, colour: colour.muted },
    ],
  }));
  return { cells };
}

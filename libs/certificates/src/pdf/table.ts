import type { StructElement } from './pdfkit-internals.js';
import type { Block, Sheet, TextStyle } from './sheet.js';
import { drawFigure, isFigure, widestFraction } from './figures.js';
import type { Cell, Column, Paragraph, Row } from './table-model.js';
import { colour, page } from './theme.js';

const padding = { x: 3, y: 3.2 } as const;
const bodySize = 7.8;

type Placed = { cell: Cell; column: Column; x: number; width: number; blocks: Block[]; height: number };

/** A table with a head that is repeated on each page and figures that stand under each other by their point. */
export class Table {
  /** Widest fraction part of each decimal column, in points. */
  private readonly fractions: readonly number[];

  constructor(
    private readonly sheet: Sheet,
    private readonly columns: readonly Column[],
    private readonly rows: readonly Row[],
  ) {
    this.fractions = columns.map((column, index) =>
      column.align === 'decimal' ? widestFraction(sheet, rows, { column: index, size: bodySize }) : 0,
    );
  }

  /** Points that should stay together with the heading above: the whole table if it is short. */
  get keep(): number {
    const height = this.rows.reduce((sum, row) => sum + this.place(row).height, this.head().height);
    return height <= 260 ? height : 80;
  }

  /** Draws the table at the cursor, over as many pages as it needs. */
  draw(parent: StructElement): void {
    const table = this.sheet.open('Table', parent);
    const head = this.head();
    this.sheet.reserve(head.height + 40);
    const thead = this.sheet.open('THead', table);
    this.drawRow(head, { parent: thead, fill: colour.tint, header: true });
    thead.end();
    const body = this.sheet.open('TBody', table);
    this.rows.forEach((row, index) => {
      const placed = this.place(row);
      // A group's heading is not left alone at the foot of a page.
      const next =
        row.kind === 'group' && this.rows[index + 1] ? this.place(this.rows[index + 1]!).height : 0;
      if (!this.sheet.fits(placed.height + next)) this.continueOnNextPage(head);
      this.drawRow(placed, { parent: body, fill: row.kind === 'group' ? colour.tint : undefined, row });
    });
    body.end();
    table.end();
    this.sheet.rule({ colour: colour.ink, weight: 0.8, width: this.width });
    this.sheet.y += 10;
  }

  private get width(): number {
    return this.columns.reduce((sum, column) => sum + column.width, 0);
  }

  private continueOnNextPage(head: { placed: Placed[]; height: number }): void {
    this.sheet.rule({ width: this.width });
    this.sheet.newPage();
    this.sheet.artifact(() => {
      this.fillRow(head.height, colour.tint);
      for (const placed of head.placed) this.drawCell(placed, this.sheet.y);
    }, 'Pagination');
    this.sheet.y += head.height;
  }

  private head(): { placed: Placed[]; height: number } {
    const cells = this.columns.map(({ zh, en }) => ({
      paragraphs: [
        { text: zh, bold: true, size: 7.5 },
        { text: en, lang: 'en', size: 6.2, colour: colour.muted },
      ],
    }));
    return this.place({ cells });
  }

  private place(row: Row): { placed: Placed[]; height: number } {
    let index = 0;
    let x = page.left;
    const bold = row.kind === 'group' || row.kind === 'total';
    const placed = row.cells.map((cell): Placed => {
      const span = cell.span ?? 1;
      const column = this.columns[index]!;
      const width = this.columns.slice(index, index + span).reduce((sum, { width: one }) => sum + one, 0);
      const blocks = cell.paragraphs.map((paragraph) => this.blockOf(paragraph, bold, width - 2 * padding.x));
      const height = blocks.reduce((sum, block) => sum + block.height, 0);
      const result = { cell, column, x, width, blocks, height };
      index += span;
      x += width;
      return result;
    });
    const height = Math.max(...placed.map((cell) => cell.height)) + 2 * padding.y;
    return { placed, height };
  }

  private blockOf(paragraph: Paragraph, bold: boolean, width: number): Block {
    const style: TextStyle = {
      size: paragraph.size ?? bodySize,
      bold: paragraph.bold ?? (bold && !paragraph.lang),
      ...(paragraph.colour ? { colour: paragraph.colour } : {}),
    };
    return this.sheet.block(paragraph.text, style, width);
  }

  private drawRow(
    row: { placed: Placed[]; height: number },
    options: { parent: StructElement; fill?: string | undefined; header?: boolean; row?: Row },
  ): void {
    const { sheet } = this;
    const element = sheet.open('TR', options.parent);
    if (options.fill) sheet.artifact(() => this.fillRow(row.height, options.fill!));
    sheet.rule({
      colour: options.header ? colour.ink : colour.inner,
      weight: options.header ? 0.8 : 0.5,
      width: this.width,
    });
    for (const placed of row.placed) {
      const header = options.header ? 'Column' : placed.cell.header ? 'Row' : undefined;
      const cell = sheet.open(header ? 'TH' : 'TD', element);
      const span = placed.cell.span ?? 1;
      const attributes = {
        O: 'Table',
        ...(header ? { Scope: header } : {}),
        ...(span > 1 ? { ColSpan: span } : {}),
      };
      if (header || span > 1) cell.dictionary.data['A'] = attributes;
      this.drawTaggedCell(placed, cell);
      cell.end();
    }
    element.end();
    sheet.y += row.height;
  }

  private fillRow(height: number, fill: string): void {
    this.sheet.pdf.rect(page.left, this.sheet.y, this.width, height).fill(fill);
  }

  private drawTaggedCell(placed: Placed, cell: StructElement): void {
    let y = this.sheet.y + padding.y;
    placed.blocks.forEach((block, index) => {
      const { text, lang } = placed.cell.paragraphs[index]!;
      const draw = (): void => this.drawBlock(placed, block, { y, text });
      if (placed.blocks.length === 1 && !lang) cell.add(draw);
      else this.sheet.leaf('P', cell, draw, lang ? { lang } : {});
      y += block.height;
    });
  }

  private drawCell(placed: Placed, top: number): void {
    let y = top + padding.y;
    placed.blocks.forEach((block, index) => {
      this.drawBlock(placed, block, { y, text: placed.cell.paragraphs[index]!.text });
      y += block.height;
    });
  }

  private drawBlock(placed: Placed, block: Block, { y, text }: { y: number; text: string }): void {
    const inner = placed.width - 2 * padding.x;
    const x = placed.x + padding.x;
    if (placed.column.align !== 'decimal' || (placed.cell.span ?? 1) > 1) {
      this.sheet.draw(block, x, y, inner);
    } else if (isFigure(text)) {
      const fraction = this.fractions[this.columns.indexOf(placed.column)]!;
      drawFigure(this.sheet, { text, style: block.style, x, y, width: inner, fraction });
    } else {
      this.sheet.draw({ ...block, style: { ...block.style, align: 'right' } }, x, y, inner);
    }
  }
}

import type { FontSet } from './fonts.js';
import { internalsOf } from './pdfkit-internals.js';
import type { Pdf, PdfInternals, StructElement } from './pdfkit-internals.js';
import { breakLines } from './text-layout.js';
import type { TextLine } from './text-layout.js';
import { bottomEdge, colour, contentWidth, leading, page } from './theme.js';

export type TextStyle = {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: 'left' | 'center' | 'right';
};

/** A text made ready to be drawn: its lines, its style, its height in points. */
export type Block = {
  readonly lines: readonly TextLine[];
  readonly style: TextStyle;
  readonly height: number;
};

type StructOptions = { readonly lang?: string; readonly alt?: string; readonly scope?: string };

/**
 * The paper under construction: a cursor `y` on the current page, text in our fonts, and the structure
 * tree. Everything drawn belongs to a structure element or is marked as an artifact (PDF/UA-1, 7.1).
 */
export class Sheet {
  y: number = page.top;
  readonly internals: PdfInternals;
  private readonly root: StructElement;

  constructor(
    readonly pdf: Pdf,
    readonly fonts: FontSet,
  ) {
    this.internals = internalsOf(pdf);
    this.root = this.internals.struct('Document', { lang: 'zh-CN' });
    this.internals.addStructure(this.root);
  }

  /** Opens a structure element under `parent` (the document by default); the caller ends it. */
  open(type: string, parent: StructElement = this.root, options: StructOptions = {}): StructElement {
    const element = this.internals.struct(type, options);
    parent.add(element);
    return element;
  }

  /** Draws the marked content of one leaf element and ends it. */
  leaf(type: string, parent: StructElement, draw: () => void, options: StructOptions = {}): void {
    const element = this.open(type, parent, options);
    element.add(draw);
    element.end();
  }

  /** Draws what carries no meaning of its own: rules, frames, repeated heads, page numbers. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' | 'Background' = 'Layout'): void {
    this.internals.markContent('Artifact', { type });
    draw();
    this.internals.endMarkedContent();
  }

  /** Ends the document's structure; nothing can be added afterwards. */
  endStructure(): void {
    this.root.end();
  }

  newPage(): void {
    this.pdf.addPage();
    this.y = page.top;
  }

  /** True when `height` points still fit on the current page. */
  fits(height: number): boolean {
    return this.y + height <= bottomEdge;
  }

  /** Goes to a new page unless `height` points fit on this one. */
  reserve(height: number): void {
    if (!this.fits(height)) this.newPage();
  }

  /** Breaks `text` into lines of at most `width` points. */
  block(text: string, style: TextStyle, width: number = contentWidth): Block {
    const weight = style.bold ? this.fonts.bold : this.fonts.regular;
    const lines = breakLines(text, { weight, size: style.size, width });
    return { lines, style, height: lines.length * style.size * leading };
  }

  /** Draws a block with its upper left corner at `x`, `y`; alignment is within `width`. */
  draw(block: Block, x: number, y: number, width: number = contentWidth): void {
    const { size, align = 'left' } = block.style;
    this.pdf.fillColor(block.style.colour ?? colour.ink);
    block.lines.forEach((line, index) => {
      const shift = align === 'left' ? 0 : (width - line.width) / (align === 'center' ? 2 : 1);
      // Baseline of an ideographic em box: 0.88 of the size below its top, the rest of the leading halved.
      const baseline = y + index * size * leading + (size * (leading - 1)) / 2 + size * 0.88;
      this.drawLine(line, x + shift, baseline, size);
    });
  }

  private drawLine(line: TextLine, x: number, baseline: number, size: number): void {
    let at = x;
    for (const run of line.runs) {
      this.pdf.font(run.typeface.name).fontSize(size);
      this.pdf.text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
      at += run.width;
    }
  }

  /** A horizontal rule at the cursor. */
  rule(options: { colour?: string; weight?: number; x?: number; width?: number; y?: number } = {}): void {
    const { x = page.left, width = contentWidth, y = this.y } = options;
    this.artifact(() => {
      this.pdf.lineWidth(options.weight ?? 0.5).strokeColor(options.colour ?? colour.line);
      this.pdf
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke();
    });
  }
}

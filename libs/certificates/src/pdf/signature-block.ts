import type { CertificateContent } from '../domain/certificate-content.js';
import { openForm } from './document.js';
import type { StructElement } from './pdfkit-internals.js';
import type { Block, Sheet } from './sheet.js';
import { fieldsOf, placeField } from './signature-fields.js';
import type { Area, Field } from './signature-fields.js';
import { colour, contentWidth, page } from './theme.js';

const gap = 8;
const captionHeight = 24;
const inset = 6;
/** Room below the text of a box: for the seal's ring, or for a pen. */
const room = { issuer: 56, agency: 30, least: 104 } as const;
const ring = { radius: 24, fromEdge: 29 } as const;

type Text = { readonly block: Block; readonly lang?: string };
type Box = { readonly field: Field; readonly texts: readonly Text[] };

/** The boxes of a certificate's seals with their texts, measured so that none runs into a seal. */
export class SignatureBlock {
  private readonly columns: number;
  private readonly boxWidth: number;
  private readonly boxHeight: number;
  private readonly boxes: readonly Box[];

  constructor(
    private readonly sheet: Sheet,
    private readonly content: CertificateContent,
  ) {
    const fields = fieldsOf(content);
    // Five in one row are narrow but keep the face on one page.
    this.columns = fields.length === 5 ? 5 : 4;
    this.boxWidth = (contentWidth - gap * (this.columns - 1)) / this.columns;
    this.boxes = fields.map((field) => ({ field, texts: this.textsOf(field) }));
    this.boxHeight = Math.max(room.least, ...this.boxes.map((box) => heightOf(box)));
  }

  /** Points that the whole block takes; it is never parted. */
  get height(): number {
    return captionHeight + Math.ceil(this.boxes.length / this.columns) * (this.boxHeight + gap);
  }

  /** Draws the boxes at the cursor and places an empty signature field over each. */
  draw(): void {
    const { sheet } = this;
    sheet.reserve(this.height);
    const section = sheet.open('Sect');
    const title = sheet.block('签章 Seals and signatures', { size: 10.5, bold: true });
    sheet.leaf('H2', section, () => sheet.draw(title, page.left, sheet.y));
    if (this.content.seal.test) drawTestNotice(sheet, section);
    sheet.pdf.font(sheet.fonts.regular.han.name);
    const form = openForm(sheet.pdf);
    this.boxes.forEach((box, index) => {
      const area = this.areaOf(index);
      this.drawBox(section, box, area);
      form.Fields.push(placeField(sheet, section, { field: box.field, area }));
    });
    section.end();
    sheet.y += this.height;
  }

  private areaOf(index: number): Area {
    const row = Math.floor(index / this.columns);
    return {
      x: page.left + (index % this.columns) * (this.boxWidth + gap),
      y: this.sheet.y + captionHeight + row * (this.boxHeight + gap),
      width: this.boxWidth,
      height: this.boxHeight,
    };
  }

  private textsOf({ caption, agency, people }: Field): Text[] {
    const text = (words: string, size: number, tone: string): Block =>
      this.sheet.block(words, { size, colour: tone }, this.boxWidth - 2 * inset);
    return [
      { block: text(caption, 6.5, colour.muted) },
      { block: text(agency.zh, 8, colour.ink) },
      { block: text(agency.en, 6.5, colour.muted), lang: 'en' },
      ...(people ? [{ block: text(people, 7.5, colour.ink) }] : []),
    ];
  }

  private drawBox(section: StructElement, box: Box, { x, y, width, height }: Area): void {
    const { sheet } = this;
    const { issuer } = box.field;
    sheet.artifact(() => {
      sheet.pdf.lineWidth(issuer ? 1 : 0.6).strokeColor(issuer ? colour.seal : colour.muted);
      if (!issuer) sheet.pdf.dash(2, { space: 2 });
      sheet.pdf.rect(x, y, width, height).stroke().undash();
    });
    let top = y + 4;
    for (const { block, lang } of box.texts) {
      const at = top;
      sheet.leaf('P', section, () => sheet.draw(block, x + inset, at), lang ? { lang } : {});
      top += block.height;
    }
    if (issuer) this.drawSeal(section, x + width - ring.fromEdge, y + height - ring.fromEdge);
  }

  /** Two red rings with what kind of seal it is: the outline of a seal without any emblem. */
  private drawSeal(section: StructElement, x: number, y: number): void {
    const { sheet } = this;
    const { radius } = ring;
    sheet.artifact(() => {
      sheet.pdf.strokeColor(colour.seal).lineWidth(1.4).circle(x, y, radius).stroke();
      sheet.pdf
        .lineWidth(0.5)
        .circle(x, y, radius - 2.5)
        .stroke();
    });
    const [zh, en] = this.content.seal.test ? ['测试印章', 'TEST SEAL'] : ['电子印章', 'E-SEAL'];
    const style = { bold: true, colour: colour.seal, align: 'center' } as const;
    const width = 2 * radius - 6;
    sheet.leaf('P', section, () => {
      sheet.draw(sheet.block(zh!, { ...style, size: 8.2 }, width), x - width / 2, y - 11, width);
      sheet.draw(sheet.block(en!, { ...style, size: 6.2 }, width), x - width / 2, y + 1, width);
    });
  }
}

function heightOf({ field, texts }: Box): number {
  const used = texts.reduce((sum, { block }) => sum + block.height, 0);
  return used + 8 + (field.issuer ? room.issuer : room.agency);
}

/** Nobody may take a certificate of a trial installation for a real one. */
function drawTestNotice(sheet: Sheet, section: StructElement): void {
  const text = 'TEST SEAL 测试印章：不具法律效力 without legal effect';
  const notice = sheet.block(text, { size: 8, bold: true, colour: colour.seal, align: 'right' });
  sheet.leaf('P', section, () => sheet.draw(notice, page.left, sheet.y + 2));
}

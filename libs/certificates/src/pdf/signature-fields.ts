import type { CertificateContent } from '../domain/certificate-content.js';
import { openForm } from './document.js';
import { Naming } from './format.js';
import { textString } from './pdfkit-internals.js';
import type { StructElement } from './pdfkit-internals.js';
import type { Sheet } from './sheet.js';
import { colour, contentWidth, page } from './theme.js';

/** An empty signature field to be: its name in the form and what its box says. */
type Field = {
  readonly name: string;
  readonly caption: string;
  readonly agency: { zh: string; en: string };
  readonly people: string;
  readonly issuer: boolean;
};

const columns = 4;
const gap = 8;
const box = { width: (contentWidth - gap * (columns - 1)) / columns, height: 96 } as const;
const captionHeight = 24;

/** `Issuer` first (it certifies), then `Agency.<code>` for each approving agency in order of approval. */
export function fieldsOf(content: CertificateContent): Field[] {
  const naming = new Naming(content);
  const issuer: Field = {
    name: 'Issuer',
    caption: '签发机关印章 Issuer seal',
    agency: naming.agency(content.agency),
    people: content.seal.test ? '' : content.seal.name,
    issuer: true,
  };
  const codes = [...new Set(content.approvals.map((approval) => approval.agency))];
  const agencies = codes.map((code) => ({
    name: `Agency.${code}`,
    caption: '审批机关签章 Approving agency',
    agency: naming.agency(code),
    people: content.approvals
      .filter((approval) => approval.agency === code)
      .map((by) => by.person)
      .join('、'),
    issuer: false,
  }));
  return [issuer, ...agencies];
}

/** Height of the whole block in points, so that it can be kept on one page. */
export function signatureBlockHeight(content: CertificateContent): number {
  return captionHeight + Math.ceil(fieldsOf(content).length / columns) * (box.height + gap);
}

/** Draws the signature boxes at the cursor and places an empty signature field in each. */
export function drawSignatureBlock(sheet: Sheet, content: CertificateContent): void {
  sheet.reserve(signatureBlockHeight(content));
  const section = sheet.open('Sect');
  sheet.leaf('H2', section, () =>
    sheet.draw(sheet.block('签章 Seals and signatures', { size: 10.5, bold: true }), page.left, sheet.y),
  );
  if (content.seal.test) drawTestNotice(sheet, section);
  const top = sheet.y + captionHeight;
  sheet.pdf.font(sheet.fonts.regular.han.name);
  const form = openForm(sheet.pdf);
  fieldsOf(content).forEach((field, index) => {
    const x = page.left + (index % columns) * (box.width + gap);
    const y = top + Math.floor(index / columns) * (box.height + gap);
    drawBox(sheet, section, { field, x, y, test: content.seal.test });
    form.Fields.push(placeField(sheet, section, { field, x, y }));
  });
  section.end();
  sheet.y += signatureBlockHeight(content);
}

/** Nobody may take a certificate of a trial installation for a real one. */
function drawTestNotice(sheet: Sheet, section: StructElement): void {
  const text = 'TEST SEAL 测试印章：不具法律效力 without legal effect';
  const notice = sheet.block(text, { size: 8, bold: true, colour: colour.seal, align: 'right' });
  sheet.leaf('P', section, () => sheet.draw(notice, page.left, sheet.y + 2));
}

type Placed = { readonly field: Field; readonly x: number; readonly y: number };

function drawBox(sheet: Sheet, section: StructElement, at: Placed & { test: boolean }): void {
  const { field, x, y } = at;
  const { pdf } = sheet;
  sheet.artifact(() => {
    pdf.lineWidth(field.issuer ? 1 : 0.6).strokeColor(field.issuer ? colour.seal : colour.muted);
    if (!field.issuer) pdf.dash(2, { space: 2 });
    pdf.rect(x, y, box.width, box.height).stroke().undash();
    if (field.issuer) drawRing(sheet, x + box.width - 30, y + box.height - 30);
  });
  const width = box.width - 12;
  let at_y = y + 4;
  const write = (text: string, size: number, tone: string, lang?: string): void => {
    const block = sheet.block(text, { size, colour: tone }, width);
    sheet.leaf('P', section, () => sheet.draw(block, x + 6, at_y), lang ? { lang } : {});
    at_y += block.height;
  };
  write(field.caption, 6.5, colour.muted);
  write(field.agency.zh, 8, colour.ink);
  write(field.agency.en, 6.5, colour.muted, 'en');
  if (field.people) write(field.people, 7.5, colour.ink);
  if (field.issuer)
    writeInRing(sheet, section, { x: x + box.width - 30, y: y + box.height - 30, test: at.test });
}

/** Two red rings, the outline of a seal without any emblem. */
function drawRing(sheet: Sheet, x: number, y: number): void {
  sheet.pdf.strokeColor(colour.seal).lineWidth(1.4).circle(x, y, 25).stroke();
  sheet.pdf.lineWidth(0.5).circle(x, y, 22.5).stroke();
}

function writeInRing(
  sheet: Sheet,
  section: StructElement,
  at: { x: number; y: number; test: boolean },
): void {
  const [zh, en] = at.test ? ['测试印章', 'TEST SEAL'] : ['电子印章', 'E-SEAL'];
  const style = { bold: true, colour: colour.seal, align: 'center' } as const;
  sheet.leaf('P', section, () => {
    sheet.draw(sheet.block(zh!, { ...style, size: 8.5 }, 44), at.x - 22, at.y - 11, 44);
    sheet.draw(sheet.block(en!, { ...style, size: 6.5 }, 44), at.x - 22, at.y + 1, 44);
  });
}

/**
 * One empty field with its widget: printed and locked (F 132), with an empty appearance of its own, so
 * that signing changes no pixel. Its Form element holds the OBJR dictionary itself, not an array:
 * strict validators take the difference for a structure change made after signing.
 */
function placeField(sheet: Sheet, section: StructElement, { field, x, y }: Placed): unknown {
  const { internals } = sheet;
  const appearance = internals.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, box.width, box.height] });
  appearance.data['Resources'] = {};
  appearance.write('');
  appearance.end();
  const description = `${field.caption}: ${field.agency.zh} ${field.agency.en}`;
  const element = sheet.open('Form', section, { alt: description });
  const { dictionary } = element;
  const write = dictionary.end.bind(dictionary);
  dictionary.end = () => {
    dictionary.data['K'] = (dictionary.data['K'] as unknown[])[0];
    write();
  };
  internals.annotate(x, y, box.width, box.height, {
    Subtype: 'Widget',
    FT: 'Sig',
    T: textString(field.name),
    TU: textString(description),
    F: 132,
    AP: { N: appearance },
    P: internals.page.dictionary,
    structParent: element,
  });
  element.end();
  return internals.page.annotations.at(-1);
}

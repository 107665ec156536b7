import type { CertificateContent } from '../domain/certificate-content.js';
import { factsOf } from './facts.js';
import type { Fact } from './facts.js';
import { Naming } from './format.js';
import { drawQr } from './qr.js';
import type { Block, Sheet, TextStyle } from './sheet.js';
import type { StructElement } from './pdfkit-internals.js';
import { SignatureBlock } from './signature-block.js';
import { colour, contentWidth, page } from './theme.js';

const qrSize = 78;
const labelWidth = 92;

const attestation = {
  zh: '兹证明：本批次经下列机关联合审批，所列物品已在监销人员见证下销毁，数量以本证明书及所附数据为准。中文为正式文本。',
  en: 'This certifies that the goods of this batch, jointly approved by the agencies below, were destroyed before witnesses in the quantities stated here and in the attached data. The Chinese text is authoritative.',
} as const;

/** The face: who certifies what, in figures, and the place of the seals. One page, or a little more. */
export function drawFace(sheet: Sheet, content: CertificateContent, verifyUrl: string): void {
  sheet.newPage();
  sheet.y = 44;
  drawLetterhead(sheet, content);
  drawTitle(sheet, content, verifyUrl);
  drawAttestation(sheet);
  drawFacts(sheet, factsOf(content));
  sheet.y += 10;
  // The seals stand at the foot of the face when they fit there, otherwise whole on the next page.
  const seals = new SignatureBlock(sheet, content);
  if (sheet.fits(seals.height)) sheet.y = Math.max(sheet.y, page.height - page.bottom - seals.height);
  seals.draw();
}

function drawLetterhead(sheet: Sheet, content: CertificateContent): void {
  const agency = new Naming(content).agency(content.agency);
  const section = sheet.open('Sect');
  line(sheet, section, {
    text: agency.zh,
    style: { size: 19, bold: true, colour: colour.seal, align: 'center' },
  });
  line(sheet, section, {
    text: agency.en,
    style: { size: 9, colour: colour.muted, align: 'center' },
    lang: 'en',
  });
  section.end();
  sheet.y += 6;
  sheet.rule({ colour: colour.seal, weight: 2 });
  sheet.rule({ colour: colour.seal, weight: 0.5, y: sheet.y + 3 });
  sheet.y += 14;
}

type Text = { text: string; style: TextStyle; lang?: string; type?: string; x?: number; width?: number };

/** One block of text at the cursor, which moves below it. */
function line(sheet: Sheet, parent: StructElement, options: Text): void {
  const { x = page.left, width = contentWidth } = options;
  const block = sheet.block(options.text, options.style, width);
  const lang = options.lang ? { lang: options.lang } : {};
  sheet.leaf(options.type ?? 'P', parent, () => sheet.draw(block, x, sheet.y, width), lang);
  sheet.y += block.height;
}

function drawTitle(sheet: Sheet, content: CertificateContent, verifyUrl: string): void {
  const top = sheet.y;
  const section = sheet.open('Sect');
  sheet.y = top + 4;
  const centred = { align: 'center' } as const;
  line(sheet, section, { text: '销毁证明书', style: { ...centred, size: 30, bold: true }, type: 'H1' });
  line(sheet, section, {
    text: 'CERTIFICATE OF DESTRUCTION',
    style: { ...centred, size: 11, colour: colour.muted },
    lang: 'en',
  });
  sheet.y += 6;
  line(sheet, section, { text: content.number, style: { ...centred, size: 13, bold: true } });
  const version = `第 ${content.version} 版 Version ${content.version}　签发 Issued ${new Naming(content).time(content.issuedAt)}`;
  line(sheet, section, { text: version, style: { ...centred, size: 8, colour: colour.muted } });
  const bottom = sheet.y;
  const x = page.width - page.right - qrSize;
  drawQr(sheet, verifyUrl, { x, y: top, size: qrSize, parent: section });
  sheet.y = top + qrSize;
  const small = { size: 6.5, colour: colour.muted, align: 'center' } as const;
  line(sheet, section, { text: '扫码核验 Scan to verify', style: small, x, width: qrSize });
  section.end();
  sheet.y = Math.max(bottom, sheet.y) + 8;
}

function drawAttestation(sheet: Sheet): void {
  const section = sheet.open('Sect');
  line(sheet, section, { text: attestation.zh, style: { size: 9.5 } });
  line(sheet, section, { text: attestation.en, style: { size: 7.2, colour: colour.muted }, lang: 'en' });
  section.end();
  sheet.y += 8;
}

type Prepared = { fact: Fact; label: Block[]; value: Block[]; height: number };

function drawFacts(sheet: Sheet, facts: readonly Fact[]): void {
  const table = sheet.open('Table');
  for (const fact of facts) drawFact(sheet, table, prepare(sheet, fact));
  table.end();
  sheet.rule({ colour: colour.ink, weight: 0.8 });
}

function prepare(sheet: Sheet, fact: Fact): Prepared {
  const label = [
    sheet.block(fact.label.zh, { size: 9, bold: true }, labelWidth - 8),
    sheet.block(fact.label.en, { size: 7, colour: colour.muted }, labelWidth - 8),
  ];
  const value = fact.paragraphs.map(({ text, size = 9, bold = false, lang }) =>
    sheet.block(text, { size, bold, colour: lang ? colour.muted : colour.ink }, contentWidth - labelWidth),
  );
  const sum = (blocks: readonly Block[]): number => blocks.reduce((total, block) => total + block.height, 0);
  return { fact, label, value, height: Math.max(sum(label), sum(value)) + 9 };
}

function drawFact(sheet: Sheet, table: StructElement, { fact, label, value, height }: Prepared): void {
  sheet.reserve(height);
  sheet.rule({ colour: colour.inner });
  const row = sheet.open('TR', table);
  const head = sheet.open('TH', row, { scope: 'Row' });
  drawStack(sheet, head, { blocks: label, langs: [undefined, 'en'], x: page.left, width: labelWidth });
  head.end();
  const data = sheet.open('TD', row);
  const langs = fact.paragraphs.map(({ lang }) => lang);
  drawStack(sheet, data, {
    blocks: value,
    langs,
    x: page.left + labelWidth,
    width: contentWidth - labelWidth,
  });
  data.end();
  row.end();
  sheet.y += height;
}

type Stack = { blocks: readonly Block[]; langs: readonly (string | undefined)[]; x: number; width: number };

function drawStack(sheet: Sheet, cell: StructElement, { blocks, langs, x, width }: Stack): void {
  let y = sheet.y + 4.5;
  blocks.forEach((block, index) => {
    const lang = langs[index];
    sheet.leaf('P', cell, () => sheet.draw(block, x, y, width), lang ? { lang } : {});
    y += block.height;
  });
}

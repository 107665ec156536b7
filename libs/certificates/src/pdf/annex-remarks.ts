import type { CertificateContent, Line } from '../domain/certificate-content.js';
import { closeAnnex, openAnnex, paragraph, subheading } from './annex.js';
import { differenceKinds, Naming } from './format.js';
import type { StructElement } from './pdfkit-internals.js';
import type { Sheet } from './sheet.js';
import { Table } from './table.js';
import type { Column, Row } from './table-model.js';
import { contentWidth } from './theme.js';

const columns: readonly Column[] = [
  { zh: '批号', en: 'Lot', width: 90 },
  { zh: '数量', en: 'Quantity', width: 110 },
  { zh: '情形与理由', en: 'What and why', width: contentWidth - 200 },
];

/** Annex 4: whatever keeps the figures from being plain: differences, exclusions, retained samples, exceptions. */
export function drawRemarks(sheet: Sheet, content: CertificateContent): void {
  const naming = new Naming(content);
  const section = openAnnex(sheet, 4, {
    zh: '差异、剔除、留样与例外',
    en: 'Differences, exclusions, retained samples, exceptions',
  });
  const list = (title: string, rows: readonly Row[]): void => drawList(sheet, section, { title, rows });
  list(
    '差异 Differences',
    content.lines.flatMap((line) => differencesOf(line, naming)),
  );
  list(
    '剔除 Exclusions',
    content.exclusions.map(({ lot, quantity, reason, agency }) =>
      remark(lot, naming.amount(quantity), agency ? `${naming.agency(agency).zh}：${reason}` : reason),
    ),
  );
  list(
    '留样 Retained samples',
    content.retained.map(({ lot, quantity, reason }) => remark(lot, naming.amount(quantity), reason)),
  );
  drawExceptions(sheet, section, content.exceptions);
  drawReplacement(sheet, section, content);
  closeAnnex(sheet, section);
}

function differencesOf({ code, difference = [] }: Line, naming: Naming): Row[] {
  return difference.map((one) =>
    remark(code, naming.amount(one), [differenceKinds[one.kind], one.reason].filter(Boolean).join('：')),
  );
}

/** An empty list is said in one line: silence could be an omission. */
function drawList(sheet: Sheet, section: StructElement, list: { title: string; rows: readonly Row[] }): void {
  if (list.rows.length === 0) {
    paragraph(sheet, section, { text: `${list.title}：无 None` });
    return;
  }
  const table = new Table(sheet, columns, list.rows);
  subheading(sheet, section, { text: list.title, keep: table.keep });
  table.draw(section);
}

function drawExceptions(sheet: Sheet, section: StructElement, exceptions: readonly string[]): void {
  if (exceptions.length === 0) {
    paragraph(sheet, section, { text: '例外 Exceptions：无 None' });
    return;
  }
  subheading(sheet, section, { text: '例外 Exceptions' });
  exceptions.forEach((text, index) => paragraph(sheet, section, { text: `${index + 1}. ${text}` }));
}

function remark(lot: string, quantity: string, why: string): Row {
  return {
    cells: [
      { paragraphs: [{ text: lot }], header: true },
      { paragraphs: [{ text: quantity }] },
      { paragraphs: [{ text: why }] },
    ],
  };
}

/** What a successor says differently from the certificate that it replaces: "old → new, entry no.". */
function drawReplacement(sheet: Sheet, section: StructElement, { replaces }: CertificateContent): void {
  if (!replaces) return;
  subheading(sheet, section, { text: `替代 Replaces ${replaces.number}` });
  paragraph(sheet, section, { text: replaces.reason });
  for (const { field, from, to, entry } of replaces.changes ?? []) {
    paragraph(sheet, section, { text: `${field}：${from} → ${to}（账本第 ${entry} 条 entry no. ${entry}）` });
  }
}

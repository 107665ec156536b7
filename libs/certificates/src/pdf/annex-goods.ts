import type { CertificateContent, Line, Name } from '../domain/certificate-content.js';
import { closeAnnex, openAnnex, paragraph, subheading } from './annex.js';
import { bothOf, differenceKinds, grouped, Naming } from './format.js';
import type { Sheet } from './sheet.js';
import { Table } from './table.js';
import { named } from './table-model.js';
import type { Cell, Column, Paragraph, Row } from './table-model.js';
import { colour, contentWidth } from './theme.js';

const columns: readonly Column[] = [
  { zh: '序', en: 'No.', width: 22 },
  { zh: '批号', en: 'Lot', width: 64 },
  { zh: '品类与名称', en: 'Category, description', width: 106 },
  { zh: '单位', en: 'Unit', width: 68 },
  { zh: '登记', en: 'Declared', width: 42, align: 'decimal' },
  { zh: '列入', en: 'Allocated', width: 42, align: 'decimal' },
  { zh: '出库', en: 'Staged', width: 42, align: 'decimal' },
  { zh: '销毁', en: 'Destroyed', width: 46, align: 'decimal' },
  { zh: '基本单位', en: 'Base unit', width: 0, align: 'decimal' },
];
const used = columns.reduce((sum, column) => sum + column.width, 0);
const lineColumns = columns.map((column) =>
  column.width ? column : { ...column, width: contentWidth - used },
);
const english = { lang: 'en', size: 6.1, colour: colour.muted } as const;
const empty: Cell = { paragraphs: [{ text: '' }] };

/** Annex 1: every line by site with subtotals, then the totals by category and unit with the headline's rule. */
export function drawGoods(sheet: Sheet, content: CertificateContent): void {
  const naming = new Naming(content);
  const section = openAnnex(sheet, 1, { zh: '销毁物品明细', en: 'Goods destroyed' });
  new Table(sheet, lineColumns, lineRows(content, naming)).draw(section);
  const totals = new Table(sheet, totalColumns, totalRows(content, naming));
  subheading(sheet, section, { text: '按品类合计 Totals by category', keep: totals.keep });
  totals.draw(section);
  if (content.headline) {
    const { headline } = content;
    paragraph(sheet, section, {
      text: `总数 ${naming.amount(headline)}：${headline.rule.zh}`,
      style: { bold: true },
    });
    paragraph(sheet, section, {
      text: `Headline ${grouped(headline.amount)}: ${headline.rule.en}`,
      lang: 'en',
    });
  }
  closeAnnex(sheet, section);
}

function lineRows(content: CertificateContent, naming: Naming): Row[] {
  let number = 0;
  const sites = sitesOf(content);
  const bySite = sites.flatMap(({ code, heading, name }): Row[] => {
    const lines = content.lines.filter((line) => line.site === code);
    if (lines.length === 0) return [];
    // With one site its subtotals are the totals.
    const subtotals = sites.length > 1 ? content.subtotals.filter((subtotal) => subtotal.site === code) : [];
    return [
      { kind: 'group', cells: [{ paragraphs: [{ text: heading }], span: columns.length }] },
      ...lines.flatMap((line): Row[] => [
        { cells: lineCells(line, ++number, naming) },
        ...noteRows(line, naming),
      ]),
      ...subtotals.map((sum) => sumRow(`小计 Subtotal　${name.zh}`, sum, naming)),
    ];
  });
  return [...bySite, ...content.unitTotals.map((sum) => sumRow('合计 Total', sum, naming))];
}

/** Each site once, with all events that were held there. */
function sitesOf({ sites }: CertificateContent): { code: string; name: Name; heading: string }[] {
  return [...new Set(sites.map((site) => site.code))].map((code) => {
    const events = sites.filter((site) => site.code === code);
    const { name } = events[0]!;
    return { code, name, heading: `${bothOf(name)}　${events.map(({ event }) => event).join('、')}` };
  });
}

function lineCells(line: Line, number: number, naming: Naming): Cell[] {
  const { unit } = line.destroyed;
  const figure = (quantity: Line['declared'], bold = false): Cell => ({
    paragraphs: [
      { text: grouped(quantity.amount), bold },
      // The column of units speaks for the row; a figure in another unit says so itself.
      ...(quantity.unit === unit ? [] : unitNotes(quantity.unit, naming)),
    ],
  });
  return [
    { paragraphs: [{ text: String(number) }] },
    { paragraphs: [{ text: line.code, size: 7.2 }] },
    { paragraphs: describe(line, naming), header: true },
    { paragraphs: named(naming.unit(unit), english) },
    figure(line.declared),
    figure(line.allocated),
    figure(line.staged),
    figure(line.destroyed, true),
    figure(line.base),
  ];
}

function unitNotes(unit: string, naming: Naming): Paragraph[] {
  const { zh, en } = naming.unit(unit);
  return [
    { text: zh, size: 6.2, colour: colour.muted, bold: false },
    ...(zh === en ? [] : [{ text: en, ...english }]),
  ];
}

function describe(line: Line, naming: Naming): Paragraph[] {
  const { zh, en } = naming.category(line.category);
  const own = line.description && line.description !== zh ? `${zh}　${line.description}` : zh;
  return [{ text: own }, { text: en, ...english }];
}

/** What has no column of its own, in a row under the line. */
function noteRows(line: Line, naming: Naming): Row[] {
  const notes: string[] = [];
  if (line.weighing) {
    const [gross, tare, net] = [line.weighing.grossKg, line.weighing.tareKg, line.weighing.netKg].map(
      grouped,
    );
    notes.push(`过磅 weighed: 毛重 gross ${gross} kg − 皮重 tare ${tare} kg = 净重 net ${net} kg`);
  }
  if (line.method) {
    const { zh, en } = naming.method(line.method);
    notes.push(`方式 method: ${zh} ${en}`);
  }
  for (const { kind, reason, ...amount } of line.difference ?? []) {
    notes.push([`${differenceKinds[kind]} ${naming.amount(amount)}`, reason].filter(Boolean).join('：'));
  }
  if (notes.length === 0) return [];
  const paragraphs = notes.map((text) => ({ text, size: 7, colour: colour.muted }));
  return [
    {
      kind: 'note',
      cells: [
        { paragraphs: [{ text: '' }], span: 2 },
        { paragraphs, span: columns.length - 2 },
      ],
    },
  ];
}

function sumRow(label: string, sum: { destroyed: Line['base']; base: Line['base'] }, naming: Naming): Row {
  const notes = sum.base.unit === sum.destroyed.unit ? [] : unitNotes(sum.base.unit, naming);
  const base = [{ text: grouped(sum.base.amount) }, ...notes];
  return {
    kind: 'total',
    cells: [
      { paragraphs: [{ text: label }], span: 3, header: true },
      { paragraphs: [{ text: bothOf(naming.unit(sum.destroyed.unit)), bold: false }] },
      empty,
      empty,
      empty,
      { paragraphs: [{ text: grouped(sum.destroyed.amount) }] },
      { paragraphs: base },
    ],
  };
}

const totalColumns: readonly Column[] = [
  { zh: '序', en: 'No.', width: 30 },
  { zh: '品类', en: 'Category', width: 240 },
  { zh: '单位', en: 'Unit', width: 90 },
  { zh: '销毁数量', en: 'Destroyed', width: contentWidth - 360, align: 'decimal' },
];

function totalRows(content: CertificateContent, naming: Naming): Row[] {
  return content.totals.map(({ category, base }, index) => ({
    cells: [
      { paragraphs: [{ text: String(index + 1) }] },
      {
        paragraphs: [{ text: `${naming.category(category).zh}　${naming.category(category).en}` }],
        header: true,
      },
      { paragraphs: [{ text: bothOf(naming.unit(base.unit)) }] },
      { paragraphs: [{ text: grouped(base.amount) }] },
    ],
  }));
}

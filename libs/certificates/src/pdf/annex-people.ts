import type { Approval, CertificateContent, Method, Site } from '../domain/certificate-content.js';
import { closeAnnex, openAnnex, paragraph, subheading } from './annex.js';
import { Naming } from './format.js';
import type { Sheet } from './sheet.js';
import { Table } from './table.js';
import { named } from './table-model.js';
import type { Column, Paragraph, Row } from './table-model.js';
import { colour, contentWidth } from './theme.js';

const english = { lang: 'en', size: 6.5, colour: colour.muted } as const;
const factors = { password: '口令 password', passkey: '通行密钥 passkey' } as const;

/** A column that takes what the others leave of the page's width. */
function withRest(columns: readonly Column[]): Column[] {
  const used = columns.reduce((sum, column) => sum + column.width, 0);
  return columns.map((column) => (column.width ? column : { ...column, width: contentWidth - used }));
}

/** Annex 2: the decisions and laws that the destruction stands on, and the joint approval. */
export function drawAuthority(sheet: Sheet, content: CertificateContent): void {
  const naming = new Naming(content);
  const decisions = new Table(sheet, decisionColumns, decisionRows(content, naming));
  const approvals = new Table(
    sheet,
    approvalColumns,
    content.approvals.map((by) => approvalRow(by, naming)),
  );
  const title = { zh: '法律依据与联合审批', en: 'Legal basis and joint approval' };
  const section = openAnnex(sheet, 2, { ...title, keep: decisions.keep });
  decisions.draw(section);
  subheading(sheet, section, { text: '联合审批 Joint approval', keep: approvals.keep });
  approvals.draw(section);
  const { snapshot, version } = content.batch;
  const frozen = `经审批的清单${version ? `（第 ${version} 版）` : ''} SHA-256 of the approved list: ${snapshot}`;
  paragraph(sheet, section, { text: frozen, style: { size: 7.2 } });
  closeAnnex(sheet, section);
}

const decisionColumns = withRest([
  { zh: '序', en: 'No.', width: 24 },
  { zh: '决定书文号或法律依据', en: 'Decision or law', width: 0 },
  { zh: '作出日期', en: 'Date', width: 62 },
  { zh: '作出机关', en: 'Agency', width: 120 },
  { zh: '当事人', en: 'Party', width: 90 },
]);

function decisionRows({ decisions }: CertificateContent, naming: Naming): Row[] {
  return decisions.map(({ number, law, date, agency, party }, index) => ({
    cells: [
      { paragraphs: [{ text: String(index + 1) }] },
      { paragraphs: [number, law].filter((text) => text).map((text) => ({ text: text! })), header: true },
      { paragraphs: [{ text: date }] },
      { paragraphs: [{ text: agency ? naming.agency(agency).zh : '—' }] },
      { paragraphs: [{ text: party ?? '—' }] },
    ],
  }));
}

const approvalColumns = withRest([
  { zh: '审批机关', en: 'Agency', width: 0 },
  { zh: '审批人', en: 'Approver', width: 80 },
  { zh: '职务', en: 'Role', width: 90 },
  { zh: '审批时间', en: 'Decided', width: 84 },
  { zh: '签批方式', en: 'Confirmed by', width: 84 },
]);

function approvalRow(approval: Approval, naming: Naming): Row {
  const agency = naming.agency(approval.agency);
  return {
    cells: [
      { paragraphs: named(agency, english), header: true },
      { paragraphs: [{ text: approval.person }] },
      { paragraphs: [{ text: approval.role }] },
      { paragraphs: [{ text: naming.time(approval.decidedAt) }] },
      { paragraphs: [{ text: factors[approval.factor] }] },
    ],
  };
}

/** Annex 3: sites and times, how and by whom the goods were destroyed, and who saw it. */
export function drawExecution(sheet: Sheet, content: CertificateContent): void {
  const naming = new Naming(content);
  const sites = new Table(
    sheet,
    siteColumns,
    content.sites.map((site) => siteRow(site, naming)),
  );
  const title = { zh: '销毁实施与监销', en: 'Destruction and witnesses' };
  const section = openAnnex(sheet, 3, { ...title, keep: sites.keep });
  sites.draw(section);
  for (const text of methodLines(content.method, naming)) paragraph(sheet, section, { text });
  const lead = `现场负责人 Lead: ${content.lead.person}（${naming.agency(content.lead.agency).zh}）`;
  paragraph(sheet, section, { text: lead });
  const statements = new Table(sheet, witnessColumns, witnessRows(content, naming));
  subheading(sheet, section, { text: '监销人员陈述 Statements of the witnesses', keep: statements.keep });
  statements.draw(section);
  closeAnnex(sheet, section);
}

const siteColumns = withRest([
  { zh: '地点', en: 'Site', width: 0 },
  { zh: '地址', en: 'Address', width: 150 },
  { zh: '活动', en: 'Event', width: 70 },
  { zh: '开始', en: 'Start', width: 80 },
  { zh: '结束', en: 'End', width: 80 },
]);

function siteRow(site: Site, naming: Naming): Row {
  return {
    cells: [
      { paragraphs: named(site.name, english), header: true },
      { paragraphs: [{ text: site.address }] },
      { paragraphs: [{ text: site.event }] },
      { paragraphs: [{ text: naming.time(site.startedAt) }] },
      { paragraphs: [{ text: naming.time(site.endedAt) }] },
    ],
  };
}

function methodLines(method: Method, naming: Naming): string[] {
  const { zh, en } = naming.method(method.code);
  const vehicles = (method.vehicles ?? []).map(
    ({ plate, seals }) => `${plate}（封条 seals ${seals.join('、') || '—'}）`,
  );
  return [
    `销毁方式 Method: ${zh} ${en}`,
    ...(method.contractor ? [`处置单位 Contractor: ${method.contractor}　${method.licence ?? ''}`] : []),
    ...(method.manifest ? [`转移联单 Manifest: ${method.manifest}`] : []),
    ...(vehicles.length ? [`运输车辆 Vehicles: ${vehicles.join('；')}`] : []),
  ];
}

const witnessColumns = withRest([
  { zh: '监销人', en: 'Witness', width: 70 },
  { zh: '单位', en: 'Agency', width: 120 },
  { zh: '陈述', en: 'Statement', width: 0 },
  { zh: '时间', en: 'Made', width: 80 },
]);

function witnessRows(content: CertificateContent, naming: Naming): Row[] {
  return content.witnesses.map((witness) => {
    const agency = naming.agency(witness.agency);
    const statement: Paragraph[] = [{ text: witness.statement }];
    if (witness.site)
      statement.push({ text: `地点 site: ${naming.site(witness.site).zh}`, size: 6.8, colour: colour.muted });
    if (witness.beforeChange)
      statement.push({ text: '陈述作出后明细有更正 made before the change', size: 6.8 });
    return {
      cells: [
        { paragraphs: [{ text: witness.person }], header: true },
        { paragraphs: named(agency, english) },
        { paragraphs: statement },
        { paragraphs: [{ text: witness.statedAt ? naming.time(witness.statedAt) : '—' }] },
      ],
    };
  });
}

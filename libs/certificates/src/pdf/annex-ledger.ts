import type { CertificateContent } from '../domain/certificate-content.js';
import { contentHash } from '../domain/content-hash.js';
import { closeAnnex, openAnnex, paragraph } from './annex.js';
import type { Sheet } from './sheet.js';
import { Table } from './table.js';
import type { Row } from './table-model.js';
import { contentWidth } from './theme.js';

/** Annex 6: which part of the ledger stands behind the certificate, and how anyone can check it. */
export function drawLedger(sheet: Sheet, content: CertificateContent, verifyUrl: string): void {
  const { first, last, checkpoint } = content.ledger;
  const rows = [
    row('本批次的账本记录', 'Entries of the batch', `${first} – ${last}`),
    row('账本标识', 'Ledger origin', checkpoint.origin),
    row('签发前检查点：记录数', 'Checkpoint before this certificate: size', String(checkpoint.size)),
    row('签发前检查点：根', 'Checkpoint before this certificate: root', checkpoint.root),
    row('内容摘要 SHA-256', 'Content hash', contentHash(content)),
    row('核验地址', 'Verification page', verifyUrl),
  ];
  const table = new Table(sheet, columns, rows);
  const section = openAnnex(sheet, 6, { zh: '账本与核验', en: 'Ledger and verification', keep: table.keep });
  table.draw(section);
  for (const { zh, en } of steps(verifyUrl)) {
    paragraph(sheet, section, { text: zh });
    paragraph(sheet, section, { text: en, lang: 'en' });
  }
  closeAnnex(sheet, section);
}

const columns = [
  { zh: '项目', en: 'Item', width: 170 },
  { zh: '值', en: 'Value', width: contentWidth - 170 },
];

function row(zh: string, en: string, value: string): Row {
  return {
    cells: [
      { paragraphs: [{ text: zh }, { text: en, lang: 'en', size: 6.5 }], header: true },
      { paragraphs: [{ text: value, size: 7.4 }] },
    ],
  };
}

function steps(verifyUrl: string): { zh: string; en: string }[] {
  return [
    {
      zh: `1. 扫描首页二维码或打开 ${verifyUrl}，将页面上的数量、日期与审批机关同本证明书逐项比对。`,
      en: '1. Scan the code on the first page or open the address, and compare quantities, dates and agencies with this paper.',
    },
    {
      zh: '2. 在核验页上传本 PDF 文件：系统检查其是否与签发文件逐字节一致、账本是否收录、签章是否可信。',
      en: '2. Give this PDF file to the verification page: is it exactly the file issued, does the ledger hold it, who signed it.',
    },
    {
      zh: '3. 检查点为“签发本证明书之前的账本”；本证明书自身的记录在其后，证明随签章存于文件内。',
      en: '3. The checkpoint is the ledger before this certificate; the proof of its own entry lies in the file, with the seal.',
    },
    {
      zh: '4. 附件 certificate.json（RFC 8785）为本证明书的全部数据，其去除编号、签发时间与账本部分后的 SHA-256 为上列内容摘要。',
      en: '4. The attached certificate.json (RFC 8785) holds all data; its SHA-256 without number, issuedAt and ledger is the content hash.',
    },
  ];
}

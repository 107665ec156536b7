import type { CertificateContent } from '../domain/certificate-content.js';
import type { Sheet } from './sheet.js';
import { colour, contentWidth, page } from './theme.js';

/** Writes "page x of y" at the foot of every page and the number at the head of all but the first. */
export function drawPageMarks(sheet: Sheet, content: CertificateContent, verifyUrl: string): void {
  const { count } = sheet.pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    sheet.pdf.switchToPage(index);
    sheet.artifact(() => {
      if (index > 0) drawHead(sheet, content);
      drawFoot(sheet, { number: content.number, verifyUrl, page: index + 1, count });
    }, 'Pagination');
  }
}

const style = { size: 7, colour: colour.muted } as const;

function drawHead(sheet: Sheet, content: CertificateContent): void {
  const agency = content.names.agencies[content.agency]?.zh ?? content.agency;
  sheet.draw(sheet.block(`销毁证明书 Certificate of Destruction　${content.number}`, style), page.left, 34);
  sheet.draw(sheet.block(agency, { ...style, align: 'right' }), page.left, 34);
  line(sheet, 47, colour.seal);
}

function drawFoot(
  sheet: Sheet,
  at: { number: string; verifyUrl: string; page: number; count: number },
): void {
  const y = page.height - 44;
  line(sheet, y, colour.line);
  const pages = `第 ${at.page} 页，共 ${at.count} 页　Page ${at.page} of ${at.count}`;
  sheet.draw(sheet.block(at.number, style), page.left, y + 4);
  sheet.draw(sheet.block(pages, { ...style, align: 'center' }), page.left, y + 4);
  sheet.draw(sheet.block(at.verifyUrl, { ...style, align: 'right' }), page.left, y + 4);
}

function line(sheet: Sheet, y: number, tone: string): void {
  sheet.pdf
    .lineWidth(0.5)
    .strokeColor(tone)
    .moveTo(page.left, y)
    .lineTo(page.left + contentWidth, y)
    .stroke();
}

/** Writes across every page that it is a preview: nobody shall take it for the certificate. */
export function drawPreviewMarks(sheet: Sheet): void {
  const { count } = sheet.pdf.bufferedPageRange();
  const centre = { x: page.width / 2, y: page.height / 2 };
  const block = sheet.block('预览 · 无效　PREVIEW · NOT VALID', {
    size: 34,
    bold: true,
    colour: colour.seal,
    align: 'center',
  });
  for (let index = 0; index < count; index += 1) {
    sheet.pdf.switchToPage(index);
    sheet.artifact(() => {
      sheet.pdf
        .save()
        .rotate(-35, { origin: [centre.x, centre.y] })
        .opacity(0.28);
      sheet.draw(block, page.left, centre.y - block.height / 2);
      sheet.pdf.restore();
    }, 'Background');
  }
}

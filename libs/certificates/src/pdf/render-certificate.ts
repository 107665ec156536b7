import type { CertificateContent } from '../domain/certificate-content.js';
import { drawGoods } from './annex-goods.js';
import { drawLedger } from './annex-ledger.js';
import { drawAuthority, drawExecution } from './annex-people.js';
import { drawPhotos } from './annex-photos.js';
import type { Thumbnails } from './annex-photos.js';
import { drawRemarks } from './annex-remarks.js';
import { attachContent, createDocument, finish } from './document.js';
import { drawFace } from './face.js';
import type { FontSet } from './fonts.js';
import { drawPageMarks, drawPreviewMarks } from './page-marks.js';
import { Sheet } from './sheet.js';

export type RenderOptions = {
  /** JPEG thumbnails by the SHA-256 of the originals; a photo without one is named in words. */
  readonly thumbnails: Thumbnails;
  /** Address of this certificate's verification page, `${PUBLIC_URL}/c/${number}`. */
  readonly verifyUrl: string;
  readonly fonts: FontSet;
  /** True for a look at what would be issued: every page says that it is not valid, and no data are attached. */
  readonly preview?: boolean;
};

/**
 * Draws a certificate. Pure: the same content, thumbnails and address give the same bytes on any
 * machine, in any time zone and locale. The file has empty signature fields `Issuer` and
 * `Agency_<code>` and is not signed. Throws UnprintableError for a character without a glyph
 * (intake refuses those) and Error for a thumbnail that is no plain JPEG.
 */
export async function renderCertificate(
  content: CertificateContent,
  options: RenderOptions,
): Promise<Uint8Array> {
  const { fonts, thumbnails, verifyUrl, preview = false } = options;
  const pdf = createDocument(content, fonts);
  const sheet = new Sheet(pdf, fonts);
  drawFace(sheet, content, verifyUrl);
  // The annexes begin on a page of their own, or below seals that had no room on the first page.
  if (pdf.bufferedPageRange().count === 1) sheet.newPage();
  else sheet.y += 16;
  drawGoods(sheet, content);
  drawAuthority(sheet, content);
  drawExecution(sheet, content);
  drawRemarks(sheet, content);
  drawPhotos(sheet, content, thumbnails);
  drawLedger(sheet, content, verifyUrl);
  sheet.endStructure();
  drawPageMarks(sheet, content, verifyUrl);
  if (preview) drawPreviewMarks(sheet);
  else attachContent(pdf, content);
  return finish(pdf);
}

import type { Sha256 } from '#kernel';
import type { CertificateContent, Photo } from '../domain/certificate-content.js';
import { closeAnnex, openAnnex, paragraph } from './annex.js';
import { Naming } from './format.js';
import type { StructElement } from './pdfkit-internals.js';
import type { Sheet } from './sheet.js';
import { colour, contentWidth, page } from './theme.js';

const columns = 3;
const gap = 10;
const tile = { width: (contentWidth - gap * (columns - 1)) / columns, picture: 108, height: 154 } as const;

const stages = {
  seizure: '查扣 seizure',
  before: '销毁前 before',
  during: '销毁中 during',
  after: '销毁后 after',
} as const;

/** JPEG bytes by the SHA-256 of the original photo. */
export type Thumbnails = ReadonlyMap<Sha256, Uint8Array>;

/** Annex 5: every photo as a thumbnail over the SHA-256 of its original. */
export function drawPhotos(sheet: Sheet, content: CertificateContent, thumbnails: Thumbnails): void {
  const section = openAnnex(sheet, 5, {
    zh: '照片',
    en: 'Photographs',
    keep: content.photos.length ? tile.height + 20 : 20,
  });
  const text =
    '缩略图；SHA-256 为证据库中原始文件的摘要。 Thumbnails; the SHA-256 is that of the original file in the evidence store.';
  paragraph(sheet, section, { text, style: { size: 7.5, colour: colour.muted } });
  sheet.y += 4;
  if (content.photos.length === 0) paragraph(sheet, section, { text: '无 None' });
  const naming = new Naming(content);
  for (let from = 0; from < content.photos.length; from += columns) {
    sheet.reserve(tile.height);
    content.photos.slice(from, from + columns).forEach((photo, index) => {
      const x = page.left + index * (tile.width + gap);
      drawTile(sheet, section, {
        photo,
        x,
        image: thumbnails.get(photo.sha256),
        caption: captionOf(photo, naming),
      });
    });
    sheet.y += tile.height;
  }
  closeAnnex(sheet, section);
}

function captionOf(photo: Photo, naming: Naming): string {
  const place = photo.site ? naming.site(photo.site).zh : '';
  return [stages[photo.stage], photo.lot ?? '', place].filter((part) => part).join('　');
}

type Tile = { photo: Photo; x: number; image: Uint8Array | undefined; caption: string };

function drawTile(sheet: Sheet, section: StructElement, { photo, x, image, caption }: Tile): void {
  const { y } = sheet;
  sheet.artifact(() => {
    sheet.pdf.rect(x, y, tile.width, tile.picture).fill(colour.tint);
  });
  const label = sheet.block(caption, { size: 7.5 }, tile.width);
  const hash = sheet.block(photo.sha256, { size: 5.8, colour: colour.muted }, tile.width);
  if (image) drawPicture(sheet, section, { x, y, image, alt: `${caption}, SHA-256 ${photo.sha256}` });
  else drawAbsence(sheet, section, { x, y });
  sheet.leaf('P', section, () => sheet.draw(label, x, y + tile.picture + 3, tile.width));
  sheet.leaf('P', section, () => sheet.draw(hash, x, y + tile.picture + 3 + label.height, tile.width));
}

function drawPicture(
  sheet: Sheet,
  section: StructElement,
  at: { x: number; y: number; image: Uint8Array; alt: string },
): void {
  assertThumbnail(at.image);
  const area: [number, number] = [tile.width, tile.picture];
  sheet.leaf(
    'Figure',
    section,
    () => {
      sheet.pdf.image(Buffer.from(at.image), at.x, at.y, { fit: area, align: 'center', valign: 'center' });
    },
    { alt: at.alt },
  );
}

function drawAbsence(sheet: Sheet, section: StructElement, { x, y }: { x: number; y: number }): void {
  const style = { size: 7.5, colour: colour.muted, align: 'center' } as const;
  const block = sheet.block('原件存于证据库 kept in the evidence store', style, tile.width - 12);
  sheet.leaf('P', section, () => sheet.draw(block, x + 6, y + tile.picture / 2 - 8, tile.width - 12));
}

/**
 * A thumbnail must be a JPEG of 8 bits in one (grey) or three (colour) components: CMYK has no place
 * under the sRGB output intent of PDF/A. Throws Error: thumbnails are made by the system itself.
 */
export function assertThumbnail(jpeg: Uint8Array): void {
  let at = 2;
  while (jpeg[0] === 0xff && jpeg[1] === 0xd8 && at + 9 < jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      if (jpeg[at + 4] === 8 && [1, 3].includes(jpeg[at + 9]!)) return;
      throw new Error('a thumbnail must have 8 bits and one or three components');
    }
    at += 2 + jpeg[at + 2]! * 256 + jpeg[at + 3]!;
  }
  throw new Error('a thumbnail must be a JPEG file');
}

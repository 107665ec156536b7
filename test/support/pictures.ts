import { once } from 'node:events';
import { crc32, createDeflate } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** A picture whose pixels depend on `seed`, so that every seed makes other bytes. */
export function picture(seed: number, width = 320, height = 240): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let i = 0; i < pixels.length; i += 1) pixels[i] = (i * (seed + 7) + (i >> 9) * seed) & 0xff;
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

export const jpeg = (seed: number, width?: number, height?: number): Promise<Buffer> =>
  picture(seed, width, height).jpeg().toBuffer();

/** What a phone writes into a photo, the owner's name and the place of the scene included. */
export const phoneExif = {
  IFD0: { Make: 'ACME', Model: 'Phone 7', Software: 'Camera 1.2', Artist: 'ZHANG SAN PRIVATE' },
  IFD2: { DateTimeOriginal: '2026:11:20 10:00:00', OffsetTimeOriginal: '+08:00' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '30/1 15/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '120/1 10/1 0/1',
  },
};

/** A photo as a phone makes it: lying on its side, with everything in it that must not get out. */
export const phonePhoto = (seed: number): Promise<Buffer> =>
  picture(seed).withExif(phoneExif).withMetadata({ orientation: 6 }).jpeg().toBuffer();

/** A PNG of one colour in 1 bit a pixel: a small file that would decode to a flood of pixels. */
export async function flatPng(width: number, height: number): Promise<Buffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const deflate = createDeflate({ level: 9 });
  const parts: Buffer[] = [];
  deflate.on('data', (part: Buffer) => parts.push(part));
  const row = Buffer.alloc(1 + Math.ceil(width / 8));
  for (let y = 0; y < height; y += 1) if (!deflate.write(row)) await once(deflate, 'drain');
  deflate.end();
  await once(deflate, 'end');
  return pngOf([
    ['IHDR', header],
    ['IDAT', Buffer.concat(parts)],
    ['IEND', Buffer.alloc(0)],
  ]);
}

/** A PNG from its chunks (PNG 3rd edition, 5.3). */
export function pngOf(chunks: readonly (readonly [string, Buffer])[]): Buffer {
  const parts: Buffer[] = [Buffer.from('89504e470d0a1a0a', 'hex')];
  for (const [kind, data] of chunks) {
    const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(named), 4);
    parts.push(frame.subarray(0, 4), named, frame.subarray(4));
  }
  return Buffer.concat(parts);
}

const page = '<!doctype html><html><body><script>alert(document.domain)</script></body></html>'.repeat(20);
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';

/** A JPEG whose headers are in order and whose compressed data are a page. */
export async function pageInScan(): Promise<Buffer> {
  const whole = await picture(1).jpeg().toBuffer();
  const scan = whole.indexOf(Buffer.from('ffda', 'hex'));
  return Buffer.concat([whole.subarray(0, scan + 2 + whole.readUInt16BE(scan + 2)), Buffer.from(page)]);
}

/** A WebP whose header is in order and whose compressed data are a page. */
async function pageInWebp(): Promise<Buffer> {
  const whole = await picture(1).webp().toBuffer();
  const file = Buffer.concat([whole.subarray(0, 30), Buffer.from(page)]);
  file.writeUInt32LE(file.length - 8, 4);
  file.writeUInt32LE(file.length - 20, 16);
  return file;
}

/** A PNG whose header is in order and whose compressed data are a page. */
export function pageInPng(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(30, 0);
  header.writeUInt32BE(30, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return pngOf([
    ['IHDR', header],
    ['IDAT', Buffer.from(page)],
    ['IEND', Buffer.alloc(0)],
  ]);
}

/** Files that pretend to be photos, by what they are. */
export async function liars(): Promise<Record<string, Buffer>> {
  const jfif = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
  return {
    text: Buffer.from('just text'),
    html: Buffer.from(page),
    'html behind a JPEG header': Buffer.concat([jfif, Buffer.from(page)]),
    'html as the pixels of a WebP': await pageInWebp(),
    svg: Buffer.from(svg),
    'svg behind a JPEG header': Buffer.concat([jfif, Buffer.from(svg)]),
    'three bytes of a JPEG': Buffer.from('ffd8ff', 'hex'),
    'a PNG signature alone': Buffer.from('89504e470d0a1a0a', 'hex'),
    'a WebP header over text': Buffer.from(`RIFF\x64\0\0\0WEBPVP8 ${'x'.repeat(100)}`, 'latin1'),
    pdf: Buffer.from('%PDF-1.7\n%%EOF\n'),
    gif: await picture(1, 8, 8).gif().toBuffer(),
    tiff: await picture(1, 8, 8).tiff().toBuffer(),
    avif: await picture(1, 16, 16).avif().toBuffer(),
    'heic without a picture': Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1rest', 'latin1'),
  };
}

/** A PNG with header and end in order, and a stretch of other bytes in between. */
export async function spoiltPng(seed: number): Promise<Buffer> {
  const whole = await picture(seed, 640, 480).png().toBuffer();
  return Buffer.concat([whole.subarray(0, whole.length >> 1), Buffer.from(page), whole.subarray(-12)]);
}

/** A photo of less than 1 KB that differs for every number: it stands in a comment (ISO/IEC 10918-1, B.2.4.5). */
export async function smallPhoto(number: number): Promise<Buffer> {
  const whole = await jpeg(number, 48, 32);
  const comment = Buffer.from([0xff, 0xfe, 0, 6, 0, 0, 0, 0]);
  comment.writeUInt32BE(number, 4);
  return Buffer.concat([whole.subarray(0, 2), comment, whole.subarray(2)]);
}

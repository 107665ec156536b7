/** What a photo or a document may be. */
export type MediaType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic' | 'application/pdf';

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

/**
 * The media type by the first bytes of a file, or undefined for everything that is not accepted (GIF, TIFF, SVG,
 * HTML, AVIF …). Names and headers of an upload are never asked. Signatures: ISO/IEC 10918-1 (JPEG), PNG 5.2,
 * WebP container, ISO/IEC 23008-12 (HEIF brands), ISO 32000-2 7.5.2 (PDF).
 */
export function mediaTypeOf(head: Uint8Array): MediaType | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const ascii = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'image/webp';
  if (ascii(4, 8) === 'ftyp' && heicBrands.has(ascii(8, 12))) return 'image/heic';
  if (ascii(0, 5) === '%PDF-') return 'application/pdf';
  return undefined;
}

export type PhotoType = Exclude<MediaType, 'application/pdf'>;

export function isPhotoType(type: MediaType | undefined): type is PhotoType {
  return type !== undefined && type !== 'application/pdf';
}

/** The ending of a file name for a media type. */
export function extensionOf(mediaType: string): string {
  return (
    { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'image/heic': 'heic' }[mediaType] ??
    'pdf'
  );
}

/** True for a PNG that moves: its `acTL` chunk stands before the picture data (PNG 3rd edition, 11.3.5.1). */
export function isAnimatedPng(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  for (let at = 8; at + 8 <= bytes.length;) {
    const kind = bytes.toString('latin1', at + 4, at + 8);
    if (kind === 'acTL') return true;
    if (kind === 'IDAT') return false;
    at += 12 + bytes.readUInt32BE(at);
  }
  return false;
}

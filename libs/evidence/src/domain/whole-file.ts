import type { PhotoType } from './media-type.js';

const pngEnd = Buffer.from('0000000049454e44ae426082', 'hex');

/**
 * True where a file ends exactly as its kind ends: then it was not broken off. JPEG: marker EOI (ISO/IEC 10918-1,
 * B.2.1); PNG: chunk IEND (PNG 3rd edition, 11.2.5). A file with something behind its end (a film beside the photo)
 * says no, and so does every WebP and HEIC, whose pictures have no end of their own: only decoding tells.
 * @param tail the last bytes of the file, at least 12 where it has so many
 */
export function endsWhole(type: PhotoType, tail: Uint8Array): boolean {
  const last = Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength);
  switch (type) {
    case 'image/jpeg':
      return last.length >= 2 && last.readUInt16BE(last.length - 2) === 0xffd9;
    case 'image/png':
      return last.subarray(-12).equals(pngEnd);
    case 'image/webp':
    case 'image/heic':
      return false;
  }
}

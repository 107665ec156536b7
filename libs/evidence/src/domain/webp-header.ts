/**
 * Width and height in the header of a WebP file (RFC 9649, 2.5 to 2.7: `VP8 `, `VP8L`, `VP8X`); undefined where the
 * header is none. Used for files that are broken off later on, which decoders refuse as a whole.
 */
export function cutWebpHeader(head: Uint8Array): { width: number; height: number } | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (bytes.length < 30) return undefined;
  const chunk = bytes.toString('latin1', 12, 16);
  const picture =
    chunk === 'VP8 ' ? lossy(bytes) : chunk === 'VP8L' ? lossless(bytes) : chunk === 'VP8X' && wide(bytes);
  return picture && picture.width > 0 && picture.height > 0 ? picture : undefined;
}

/** RFC 6386, 9.1: start code, then 14 bits of each side and 2 bits of scale. */
function lossy(bytes: Buffer) {
  if (bytes.toString('hex', 23, 26) !== '9d012a') return undefined;
  return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
}

/** RFC 9649, 3.4: signature 0x2f, then 14 bits of each side less one. */
function lossless(bytes: Buffer) {
  if (bytes[20] !== 0x2f) return undefined;
  const bits = bytes.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** RFC 9649, 2.7: canvas of 24 bits a side less one. */
function wide(bytes: Buffer) {
  return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
}

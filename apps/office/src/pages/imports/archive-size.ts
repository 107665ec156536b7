/**
 * Bytes that the files of a zip archive say they take when unpacked (APPNOTE 4.3.12: central directory); Infinity
 * where the archive can't be read, has more files than a workbook, or uses sizes of 64 bits.
 */
export function unpackedSize(bytes: Buffer, maxFiles = 200): number {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > bytes.length) return Infinity;
  const files = bytes.readUInt16LE(end + 10);
  if (files > maxFiles) return Infinity;
  let at = bytes.readUInt32LE(end + 16);
  let size = 0;
  for (let file = 0; file < files; file += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return Infinity;
    const unpacked = bytes.readUInt32LE(at + 24);
    if (unpacked === 0xffffffff) return Infinity;
    size += unpacked;
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return size;
}

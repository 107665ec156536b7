import { PdfText } from './pdf-value.js';

const escapes: Readonly<Record<string, number>> = {
  n: 10,
  r: 13,
  t: 9,
  b: 8,
  f: 12,
  '(': 40,
  ')': 41,
  '\\': 92,
};

/** Reads a hex string (ISO 32000-1, 7.3.4.3) that starts at `<`; undefined when it is not one. */
export function readHexText(bytes: Uint8Array, start: number, limit: number): PdfText | undefined {
  let end = start + 1;
  while (end < limit && isHexDigit(bytes[end]!)) end++;
  if (end >= limit || bytes[end] !== 0x3e || (end - start - 1) % 2 !== 0) return undefined;
  const digits = Buffer.from(bytes.subarray(start + 1, end)).toString('latin1');
  return new PdfText(Buffer.from(digits, 'hex'), start, end + 1, true);
}

/** Reads a literal string (7.3.4.2) that starts at `(`; undefined when it has no end before the limit. */
export function readLiteralText(bytes: Uint8Array, start: number, limit: number): PdfText | undefined {
  const out: number[] = [];
  let open = 1;
  let at = start + 1;
  while (at < limit) {
    const byte = bytes[at++]!;
    if (byte === 0x5c) {
      at = readEscape(bytes, at, out);
      continue;
    }
    if (byte === 0x28) open++;
    if (byte === 0x29 && --open === 0) return new PdfText(Uint8Array.from(out), start, at, false);
    out.push(byte);
  }
  return undefined;
}

/** Takes the position behind a backslash, appends what it stands for, gives the position after it. */
function readEscape(bytes: Uint8Array, at: number, out: number[]): number {
  const character = String.fromCharCode(bytes[at] ?? 0);
  const known = escapes[character];
  if (known !== undefined) {
    out.push(known);
    return at + 1;
  }
  if (character === '\r') return bytes[at + 1] === 0x0a ? at + 2 : at + 1;
  if (character === '\n') return at + 1;
  const octal = /^[0-7]{1,3}/.exec(Buffer.from(bytes.subarray(at, at + 3)).toString('latin1'))?.[0];
  if (octal === undefined) return at;
  out.push(parseInt(octal, 8) & 0xff);
  return at + octal.length;
}

function isHexDigit(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
}

/** Values of PDF 1.7 (ISO 32000-1, 7.3) as far as our own files use them. */
export type PdfValue = null | boolean | number | PdfName | PdfText | PdfRef | PdfDict | readonly PdfValue[];

export type PdfDict = ReadonlyMap<string, PdfValue>;

export class PdfName {
  constructor(readonly name: string) {}
}

/** A literal or hex string with the place it was read from: `[start, end)` including its delimiters. */
export class PdfText {
  constructor(
    readonly bytes: Uint8Array,
    readonly start: number,
    readonly end: number,
    readonly hex: boolean,
  ) {}
}

export class PdfRef {
  constructor(
    readonly number: number,
    readonly generation: number,
  ) {}
}

export function isDict(value: PdfValue | undefined): value is PdfDict {
  return value instanceof Map;
}

export function isArray(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value);
}

export function isCount(value: PdfValue | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

export function nameOf(value: PdfValue | undefined): string | undefined {
  return value instanceof PdfName ? value.name : undefined;
}

/** A text string (7.9.2.2): UTF-16BE behind its byte order mark, else one byte per character. */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (!(value instanceof PdfText)) return undefined;
  const bytes = Buffer.from(value.bytes);
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1');
  if (bytes.length % 2 !== 0) return undefined;
  return bytes.subarray(2).swap16().toString('utf16le');
}

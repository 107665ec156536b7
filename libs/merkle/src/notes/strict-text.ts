import { fromHex } from '../tree/hashes.js';

/** The bytes of standard base64 (RFC 4648, section 4) with padding; undefined if the text is not exactly that. */
export function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

/** A non-negative safe integer in ASCII digits without leading zero; undefined for any other text. */
export function fromDecimal(text: string): number | undefined {
  if (!/^(?:0|[1-9]\d{0,15})$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** 64 hex digits as base64. Throws RangeError for anything else. */
export function hexToBase64(hex: string): string {
  const bytes = fromHex(hex);
  if (!bytes) throw new RangeError('a hash is 64 lower-case hex digits');
  return Buffer.from(bytes).toString('base64');
}

/** 32 bytes of base64 as hex; undefined for anything else. */
export function base64ToHex(text: string): string | undefined {
  const bytes = fromBase64(text);
  return bytes?.length === 32 ? bytes.toString('hex') : undefined;
}

/** True for text that a signed note may hold: well-formed Unicode, no control character but line feed. */
export function isNoteText(text: string): boolean {
  return !/[\u0000-\u0009\u000b-\u001f]|\p{Surrogate}/u.test(text);
}

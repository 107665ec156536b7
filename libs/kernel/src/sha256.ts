import { createHash } from 'node:crypto';
import type { Brand } from './ids.js';

/** A SHA-256 digest as 64 lower-case hex digits. */
export type Sha256 = Brand<string, 'sha256'>;

export function isSha256(text: unknown): text is Sha256 {
  return typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
}

/** SHA-256 (FIPS 180-4) of bytes, or of the UTF-8 form of text. */
export function sha256Hex(data: Uint8Array | string): Sha256 {
  return createHash('sha256').update(data).digest('hex') as Sha256;
}

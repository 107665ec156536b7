import { sha256Hex } from '#kernel';
import type { Json, Sha256 } from '#kernel';
import { canonicalBytes } from '#merkle';
import type { CertificateContent } from './certificate-content.js';

/** The content as a JSON value; a property that is `undefined` is left out. */
export function contentJson(content: CertificateContent): Json {
  return JSON.parse(JSON.stringify(content)) as Json;
}

/** The bytes of `certificate.json`: RFC 8785 (JCS) of the content. */
export function contentBytes(content: CertificateContent): Uint8Array {
  return canonicalBytes(contentJson(content));
}

/**
 * SHA-256 over JCS of the content without number, issue time and ledger part. These three are known
 * only when the number is taken; the rest is what the issuer saw and confirmed.
 */
export function contentHash(content: CertificateContent): Sha256 {
  const { number: _number, issuedAt: _issuedAt, ledger: _ledger, ...stated } = content;
  return sha256Hex(canonicalBytes(JSON.parse(JSON.stringify(stated)) as Json));
}

import type { Assertion } from '#entries';
import { createPublicKey, verify, type KeyObject } from 'node:crypto';

type Algorithm = Assertion['alg'];

const leastRsaBits = 2048;

/** The key of a SubjectPublicKeyInfo in DER; undefined where it is none, or none for this algorithm. */
export function assertionKey(spki: Uint8Array, alg: Algorithm): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    return fits(key, alg) ? key : undefined;
  } catch {
    return undefined;
  }
}

function fits(
  { asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject,
  alg: Algorithm,
): boolean {
  if (alg === 'ES256') return type === 'ec' && details?.namedCurve === 'prime256v1';
  if (alg === 'RS256') return type === 'rsa' && (details?.modulusLength ?? 0) >= leastRsaBits;
  return type === 'ed25519';
}

/** Whether the signature is by the assertion's own key over `signed`; undefined where that key can't be used. */
export function signatureHolds(
  { publicKey, alg, signature }: Pick<Assertion, 'publicKey' | 'alg' | 'signature'>,
  signed: Uint8Array,
): boolean | undefined {
  const key = assertionKey(Buffer.from(publicKey, 'base64url'), alg);
  if (!key) return undefined;
  try {
    return verify(alg === 'EdDSA' ? null : 'sha256', signed, key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

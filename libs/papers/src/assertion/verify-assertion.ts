import type { Assertion } from '#entries';
import type { Sha256 } from '#kernel';
import { createHash } from 'node:crypto';
import { signatureHolds } from './assertion-key.js';
import { readAuthenticatorData } from './authenticator-data.js';
import { originFits, readClientData } from './client-data.js';

/** Why an assertion does not show that the key's owner signed the expected hash. */
export type AssertionFault =
  | 'client-data'
  | 'ceremony'
  | 'challenge'
  | 'origin'
  | 'authenticator-data'
  | 'rp-id'
  | 'user-presence'
  | 'user-verification'
  | 'public-key'
  | 'signature';

export interface ExpectedAssertion {
  /** The hash that was signed: its 32 bytes are the challenge. */
  readonly challenge: Sha256;
  /** Host name for which the passkey was enrolled. */
  readonly rpId: string;
  /** Exact origin of the page; without it any secure origin of `rpId` counts. */
  readonly origin?: string;
}

export type CheckedAssertion =
  | { readonly ok: true; readonly counter: number; readonly origin: string }
  | { readonly ok: false; readonly fault: AssertionFault };

/**
 * Checks what a passkey signed as WebAuthn Level 3, section 7.2, asks a relying party to: the client data name this
 * ceremony, challenge and origin; the authenticator data name the relying party, a person who was there and whom the
 * device recognised; the signature is by `publicKey` over both. Needs nothing but its arguments, so an outsider gets
 * the same answer years later. That the key belongs to the person is the business of `passkey.enrolled`. Never throws.
 */
export function verifyAssertion(assertion: Assertion, expected: ExpectedAssertion): CheckedAssertion {
  const refuse = (fault: AssertionFault): CheckedAssertion => ({ ok: false, fault });
  const clientBytes = Buffer.from(assertion.clientDataJSON, 'base64url');
  const client = readClientData(clientBytes);
  if (!client) return refuse('client-data');
  if (client.type !== 'webauthn.get' || client.crossOrigin) return refuse('ceremony');
  if (client.challenge !== Buffer.from(expected.challenge, 'hex').toString('base64url'))
    return refuse('challenge');
  if (!originFits(client.origin, expected)) return refuse('origin');
  const dataBytes = Buffer.from(assertion.authenticatorData, 'base64url');
  const data = readAuthenticatorData(dataBytes);
  if (!data) return refuse('authenticator-data');
  if (!data.rpIdHash.equals(sha256(Buffer.from(expected.rpId)))) return refuse('rp-id');
  if (!data.userPresent) return refuse('user-presence');
  if (!data.userVerified) return refuse('user-verification');
  const signed = Buffer.concat([dataBytes, sha256(clientBytes)]);
  const holds = signatureHolds(assertion, signed);
  if (holds === undefined) return refuse('public-key');
  return holds ? { ok: true, counter: data.counter, origin: client.origin } : refuse('signature');
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

import type { Assertion } from '#entries';
import { originFits, readClientData } from '#papers';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type AuthenticatorTransport,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { cose, decodeCredentialPublicKey } from '@simplewebauthn/server/helpers';
import { createPublicKey, type JsonWebKey } from 'node:crypto';
import type { Actor } from './domain/actor.js';
import type { NewPasskey } from './domain/passkey.js';
import type { PasskeySite } from './domain/passkey-site.js';

/** COSE numbers (RFC 9053, RFC 8812) of the algorithms that assertions may name. */
const algorithms: Readonly<Record<number, Assertion['alg']>> = {
  [-7]: 'ES256',
  [-257]: 'RS256',
  [-8]: 'EdDSA',
};
const numbers = [-7, -257, -8];
const timeoutMs = 5 * 60_000;

/** A stored passkey as a browser is told to look for it. */
export interface AllowedPasskey {
  readonly credential: string;
  readonly transports: readonly string[];
}
const allowed = ({ credential, transports }: AllowedPasskey) => ({
  id: credential,
  transports: [...transports] as AuthenticatorTransport[],
});

/** What a browser needs to make a passkey (WebAuthn Level 3, 5.4). */
export function enrolmentOptions(
  { person, username, name }: Actor,
  { rpId }: PasskeySite,
  { challenge, known }: { challenge: Buffer; known: readonly AllowedPasskey[] },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: '罚没物品处置账本 Destruction Ledger',
    rpID: rpId,
    userID: new Uint8Array(Buffer.from(person.replaceAll('-', ''), 'hex')),
    userName: username,
    userDisplayName: name,
    challenge: new Uint8Array(challenge),
    timeout: timeoutMs,
    attestationType: 'none',
    excludeCredentials: known.map(allowed),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    supportedAlgorithmIDs: numbers,
  });
}

/** What a browser needs to sign a hash with one of these passkeys (WebAuthn Level 3, 5.5). */
export function signingOptions(
  { rpId }: PasskeySite,
  { challenge, known }: { challenge: Buffer; known: readonly AllowedPasskey[] },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: rpId,
    challenge: new Uint8Array(challenge),
    timeout: timeoutMs,
    allowCredentials: known.map(allowed),
    userVerification: 'required',
  });
}

/** A browser's answer to {@link enrolmentOptions}; all in base64url. */
export interface EnrolmentAnswer {
  readonly credential: string;
  readonly clientDataJSON: string;
  readonly attestationObject: string;
}

/**
 * Reads the new key out of a browser's answer, after the checks of WebAuthn Level 3, section 7.1: this challenge,
 * this site, a person whom the device recognised. Undefined where any of it does not hold.
 */
export async function readEnrolment(
  answer: EnrolmentAnswer,
  site: PasskeySite,
  challenge: string,
): Promise<(NewPasskey & { readonly counter: number }) | undefined> {
  const client = readClientData(Buffer.from(answer.clientDataJSON, 'base64url'));
  if (!client || client.crossOrigin || !originFits(client.origin, site)) return undefined;
  const { credential: id, clientDataJSON, attestationObject } = answer;
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        response: { clientDataJSON, attestationObject },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge,
      expectedOrigin: client.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: numbers,
    });
    if (registrationInfo?.credential.id !== id) return undefined;
    const { publicKey, counter } = registrationInfo.credential;
    return { credential: id, rpId: site.rpId, counter, ...plainKey(publicKey) };
  } catch {
    // The library throws plain errors for whatever does not hold, and for bytes that are no CBOR.
    return undefined;
  }
}

/** A COSE key (RFC 9052, section 7) as algorithm and SubjectPublicKeyInfo. */
function plainKey(bytes: Uint8Array): Pick<NewPasskey, 'alg' | 'publicKey'> {
  const key = decodeCredentialPublicKey(new Uint8Array(bytes));
  const alg = algorithms[Number(key.get(cose.COSEKEYS.alg))];
  if (!alg) throw new Error('another algorithm');
  const spki = createPublicKey({ key: jwkOf(key), format: 'jwk' }).export({ format: 'der', type: 'spki' });
  return { alg, publicKey: spki.toString('base64url') };
}

function jwkOf(key: cose.COSEPublicKey): JsonWebKey {
  const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('base64url');
  if (cose.isCOSEPublicKeyEC2(key)) {
    return { kty: 'EC', crv: 'P-256', x: text(key.get(cose.COSEKEYS.x)), y: text(key.get(cose.COSEKEYS.y)) };
  }
  if (cose.isCOSEPublicKeyRSA(key)) {
    return { kty: 'RSA', n: text(key.get(cose.COSEKEYS.n)), e: text(key.get(cose.COSEKEYS.e)) };
  }
  if (cose.isCOSEPublicKeyOKP(key)) return { kty: 'OKP', crv: 'Ed25519', x: text(key.get(cose.COSEKEYS.x)) };
  throw new Error('another kind of key');
}

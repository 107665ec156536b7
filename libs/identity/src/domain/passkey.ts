import type { Assertion, DraftOf } from '#entries';
import { DomainError, type PersonId } from '#kernel';

/** The key of a freshly made passkey; `credential` and `publicKey` (SubjectPublicKeyInfo) in base64url. */
export interface NewPasskey {
  readonly credential: string;
  readonly alg: Assertion['alg'];
  readonly publicKey: string;
  readonly rpId: string;
}

/** A passkey as the tables know it. */
export interface KnownPasskey extends NewPasskey {
  readonly person: PersonId;
}

/** More than anybody carries; a bound for what a stolen session could add. */
export const passkeyLimit = 10;

/**
 * Pure: enrols a passkey beside those that the person has. Throws `conflict` `passkey.too-many` (fact `limit`),
 * `passkey.enrolled-already` where the device's credential is anybody's, removed ones included: a key that came back
 * could not be told from what it signed before.
 */
export function enrolPasskey(
  person: PersonId,
  made: NewPasskey,
  known: { readonly own: number; readonly taken: boolean },
): DraftOf<'passkey.enrolled'> {
  if (known.taken) throw new DomainError('conflict', 'passkey.enrolled-already');
  if (known.own >= passkeyLimit) {
    throw new DomainError('conflict', 'passkey.too-many', { limit: String(passkeyLimit) });
  }
  const { credential, alg, publicKey, rpId } = made;
  const data = { person, credential, alg, publicKey, rpId };
  return { type: 'passkey.enrolled', subject: { kind: 'person', id: person }, data };
}

/** Pure: removes one's own passkey; throws `missing` `passkey.unknown`. */
export function removePasskey(
  person: PersonId,
  passkey: KnownPasskey | undefined,
): DraftOf<'passkey.removed'> {
  if (passkey?.person !== person) throw new DomainError('missing', 'passkey.unknown');
  const data = { person, credential: passkey.credential };
  return { type: 'passkey.removed', subject: { kind: 'person', id: person }, data };
}

/**
 * Pure: whether the device's count of signatures says that a copy of it exists (WebAuthn Level 3, 6.1.1): a device
 * that counts never counts back. Passkeys that don't count say 0 for good.
 */
export function countsBack(stored: number, given: number): boolean {
  return (stored > 0 || given > 0) && given <= stored;
}

const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');

/**
 * Pure: what stays the same of a signature however it is written. An ECDSA signature (r, s) is as good as (r, n − s)
 * (SEC 1, 4.1), so of the two the smaller s counts; the others have one form.
 */
export function signatureIdentity({ alg, signature }: Pick<Assertion, 'alg' | 'signature'>): string {
  const bytes = Buffer.from(signature, 'base64url');
  if (alg !== 'ES256') return bytes.toString('hex');
  // DER: SEQUENCE { INTEGER r, INTEGER s }, each short enough for one length byte.
  const rLength = bytes[3]!;
  const r = BigInt(`0x${bytes.subarray(4, 4 + rLength).toString('hex')}`);
  const s = BigInt(`0x${bytes.subarray(6 + rLength).toString('hex')}`);
  const smaller = s > order - s ? order - s : s;
  return `${r.toString(16)} ${smaller.toString(16)}`;
}

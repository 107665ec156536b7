import { createHash, createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { DomainError } from '#kernel';
import { fromBase64 } from './strict-text.js';

/** Signature type 0x01 of C2SP signed-note: Ed25519 over the note's text. */
const ed25519 = 0x01;

/** Who signs: key name and Ed25519 private key. A log's key is named like its origin. */
export interface NoteSigner {
  readonly name: string;
  readonly privateKey: KeyObject;
}
/** A key that the verifier holds and trusts. `keyId` is 8 lower-case hex digits. */
export interface NoteVerifier {
  readonly name: string;
  readonly keyId: string;
  readonly publicKey: KeyObject;
}

/** Key names are not empty and hold no Unicode space, control character or plus (C2SP signed-note). */
export function isKeyName(name: string): boolean {
  return /^[^\s\u0000-\u001f\u0085+]+$/u.test(name) && !/\p{Surrogate}/u.test(name);
}

/** The first 4 bytes, as hex, of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ 32-byte public key). */
export function keyIdOf(name: string, publicKey: KeyObject): string {
  const digest = createHash('sha256').update(`${name}\n`).update(typed(publicKey)).digest('hex');
  return digest.slice(0, 8);
}

/** The verifier of a signer's notes. Throws `invalid` `note.key-name` or `note.key-type`. */
export function verifierOf(signer: NoteSigner): NoteVerifier {
  return verifier(signer.name, createPublicKey(signer.privateKey));
}

/** A verifier from name and Ed25519 public key. Throws `invalid` `note.key-name` or `note.key-type`. */
export function verifier(name: string, publicKey: KeyObject): NoteVerifier {
  if (!isKeyName(name)) throw new DomainError('invalid', 'note.key-name', { name });
  return { name, keyId: keyIdOf(name, publicKey), publicKey };
}

/** `<name>+<key id>+<base64 of type and key>`: how people hand a log's public key on (C2SP signed-note). */
export function formatVerifierKey({ name, keyId, publicKey }: NoteVerifier): string {
  return `${name}+${keyId}+${typed(publicKey).toString('base64')}`;
}

/**
 * Reads a verifier key. Throws `invalid` `note.verifier-key` if it is malformed, not Ed25519, or if its key id
 * does not belong to name and key.
 */
export function parseVerifierKey(text: string): NoteVerifier {
  const [, name, keyId, material] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const bytes = fromBase64(material ?? '');
  if (name === undefined || !isKeyName(name)) return refuse();
  if (bytes?.length !== 33 || bytes[0] !== ed25519) return refuse();
  const publicKey = fromRaw(bytes.subarray(1));
  return keyIdOf(name, publicKey) === keyId ? { name, keyId: keyId!, publicKey } : refuse();
}

/** Type byte and the 32 bytes of RFC 8032. */
function typed(publicKey: KeyObject): Buffer {
  if (publicKey.asymmetricKeyType !== 'ed25519') {
    throw new DomainError('invalid', 'note.key-type', {
      found: publicKey.asymmetricKeyType ?? publicKey.type,
    });
  }
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url');
  return Buffer.concat([Uint8Array.of(ed25519), raw]);
}

function fromRaw(raw: Uint8Array): KeyObject {
  const x = Buffer.from(raw).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

function refuse(): never {
  throw new DomainError('invalid', 'note.verifier-key');
}

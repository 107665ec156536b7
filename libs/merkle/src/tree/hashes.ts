import { createHash } from 'node:crypto';
import type { Sha256 } from '#kernel';

/** A SHA-256 digest as 32 bytes. Wherever people or JSON meet one, it is {@link Sha256} hex instead. */
export type Hash = Uint8Array;

/** RFC 9162, section 2.1.1: the hash of a leaf is H(0x00 ‖ bytes); bytes are an entry's exact stored bytes. */
export function leafHash(bytes: Uint8Array): Hash {
  return createHash('sha256').update(Uint8Array.of(0)).update(bytes).digest();
}

/** RFC 9162, section 2.1.1: the hash of an inner node is H(0x01 ‖ left ‖ right). Throws RangeError if not 32 bytes each. */
export function nodeHash(left: Hash, right: Hash): Hash {
  if (left.length !== 32 || right.length !== 32) throw new RangeError('a node is hashed from 32 bytes each');
  return createHash('sha256').update(Uint8Array.of(1)).update(left).update(right).digest();
}

/** The root of a tree without leaves: H of nothing. */
export const emptyRoot: Hash = createHash('sha256').digest();

/** Hex in lower case, as hashes stand in JSON. */
export function toHex(hash: Hash): Sha256 {
  return Buffer.from(hash.buffer, hash.byteOffset, hash.byteLength).toString('hex') as Sha256;
}

/** The bytes of 64 lower-case hex digits; undefined for anything else, of whatever type. */
export function fromHex(text: unknown): Hash | undefined {
  return typeof text === 'string' && /^[0-9a-f]{64}$/.test(text) ? Buffer.from(text, 'hex') : undefined;
}

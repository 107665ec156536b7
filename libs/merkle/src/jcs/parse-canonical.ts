import { DomainError } from '#kernel';
import type { Json } from '#kernel';
import { canonicalBytes } from './canonicalize.js';

/**
 * Reads bytes that must be exactly what `canonicalBytes` gives: valid UTF-8 without byte order mark, one JSON
 * value, sorted keys, none twice, no white space, safe integers only. Throws `invalid` `jcs.not-canonical` for
 * anything else; its fact `reason` is `utf8`, `json`, `form`, or the code with which the value was refused.
 *
 * Duplicate keys need no parser of our own: of two equal keys JSON.parse keeps one, so writing the value again
 * can't give the same bytes.
 */
export function parseCanonical(bytes: Uint8Array): Json {
  const value = parse(decode(bytes));
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).equals(write(value))) refuse('form');
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse('utf8');
  }
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return refuse('json');
  }
}

function write(value: Json): Uint8Array {
  try {
    return canonicalBytes(value);
  } catch (error) {
    if (error instanceof DomainError) return refuse(error.code);
    throw error;
  }
}

function refuse(reason: string): never {
  throw new DomainError('invalid', 'jcs.not-canonical', { reason });
}

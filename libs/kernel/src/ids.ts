import { createHash, randomBytes } from 'node:crypto';
import { DomainError } from './domain-error.js';

declare const brand: unique symbol;
/** A nominal type: a plain `T` is not accepted where a branded one is asked for. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type EntryId = Brand<string, 'entry'>;
export type PersonId = Brand<string, 'person'>;
export type AgencyId = Brand<string, 'agency'>;
export type SeizureId = Brand<string, 'seizure'>;
export type LotId = Brand<string, 'lot'>;
export type AppraisalId = Brand<string, 'appraisal'>;
export type DecisionId = Brand<string, 'decision'>;
export type HoldId = Brand<string, 'hold'>;
export type TransferId = Brand<string, 'transfer'>;
export type BatchId = Brand<string, 'batch'>;
export type EventId = Brand<string, 'event'>;
export type CertificateNumber = Brand<string, 'certificate'>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for a lower-case UUID of RFC 9562 (any version 1 to 8). */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && uuid.test(text);
}

/** Takes text from outside, gives it as an id; throws `invalid` `id.not-a-uuid` otherwise. */
export function parseId<Id extends string>(text: unknown, pointer = ''): Id {
  const lower = typeof text === 'string' ? text.toLowerCase() : text;
  if (isUuid(lower)) return lower as Id;
  throw new DomainError('invalid', 'id.not-a-uuid', {}, [{ pointer, code: 'id.not-a-uuid' }]);
}

/** A new UUIDv7 (RFC 9562, 5.7): 48 bits of `at` (milliseconds), then random bits. */
export function newId<Id extends string>(at: number = systemMilliseconds()): Id {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return toText(bytes) as Id;
}

/** Ids need no injected clock: their time part only spreads index inserts and decides nothing. */
function systemMilliseconds(): number {
  return Date.now();
}

/**
 * A UUIDv8 (RFC 9562, 5.8) computed from its parts: the same act on the same things gets the same id, so that a
 * repeat of an idempotent PUT is recognised without the client choosing a key.
 */
export function derivedId<Id extends string>(...parts: readonly string[]): Id {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return toText(bytes) as Id;
}

function toText(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

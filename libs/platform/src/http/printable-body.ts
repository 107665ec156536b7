import type { Json } from '#kernel';
import { printableJson } from '#papers';

/** Fields that are compared or verified byte by byte: passwords and signed notes stay as they were typed. */
const verbatim = /password$|^checkpoints$/i;

/**
 * Text of a request as it will be stored and printed (NFC, no invisible characters). Throws `invalid`
 * `text.unprintable` for a character that no certificate could show: now the person can still mend it.
 */
export function printableBody(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const fields = Object.entries(body).map(([name, value]) => [
    name,
    verbatim.test(name) ? value : printableJson(value as Json, `/${name}`),
  ]);
  return Object.fromEntries(fields) as unknown;
}

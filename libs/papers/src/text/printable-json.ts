import type { Json } from '#kernel';
import { assertPrintable } from './printable-text.js';

/**
 * A JSON value from outside with all its texts normalised (see normalizeText); keys stay as they are.
 * Throws `invalid` `text.unprintable` for the first text that a certificate could not show, with the
 * JSON pointer (RFC 6901) of its place below `pointer`.
 */
export function printableJson<Value extends Json>(value: Value, pointer = ''): Value {
  return printable(value, pointer) as Value;
}

function printable(value: Json, pointer: string): Json {
  if (typeof value === 'string') return assertPrintable(value, pointer);
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item, index) => printable(item, `${pointer}/${index}`));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const step = key.replace(/~/g, '~0').replace(/\//g, '~1');
      return [key, printable(item, `${pointer}/${step}`)];
    }),
  );
}

function isList(value: readonly Json[] | object): value is readonly Json[] {
  return Array.isArray(value);
}

import { DomainError } from '#kernel';
import type { Json } from '#kernel';

/** Objects and arrays may stand this deep in each other, so that neither stack nor reader is overrun. */
export const maxDepth = 64;

type NumberRule = 'any-finite' | 'safe-integers';
interface Walk {
  readonly numbers: NumberRule;
  readonly path: (string | number)[];
}

/**
 * The canonical form of RFC 8785 (JCS) of any JSON value, with its full number rule (ECMAScript's shortest
 * form, RFC 8785 section 3.2.2.3). Throws `invalid`: `jcs.unsupported-type` (undefined, function, bigint,
 * symbol, holes, class instances), `jcs.not-a-number` (NaN, infinities), `jcs.lone-surrogate`, `jcs.too-deep`;
 * the fact `pointer` (RFC 6901) says where.
 */
export function canonicalize(value: Json): string {
  return write(value, { numbers: 'any-finite', path: [] });
}

/**
 * The exact UTF-8 bytes that the ledger hashes: {@link canonicalize}, but numbers only as safe integers
 * (`jcs.not-an-integer`; amounts are decimal strings) and no member named `__proto__` (`jcs.forbidden-key`),
 * which careless readers in JavaScript would drop or obey.
 */
export function canonicalBytes(value: Json): Uint8Array {
  return Buffer.from(write(value, { numbers: 'safe-integers', path: [] }), 'utf8');
}

// `unknown`, because the type Json can't keep callers from passing what came out of untyped code.
function write(value: unknown, walk: Walk): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeString(value, walk);
  if (typeof value === 'number') return writeNumber(value, walk);
  if (typeof value !== 'object') return fail('jcs.unsupported-type', walk, { found: typeof value });
  if (walk.path.length >= maxDepth) return fail('jcs.too-deep', walk, { limit: String(maxDepth) });
  if (Array.isArray(value)) return writeArray(value, walk);
  if (isPlain(value)) return writeObject(value as Readonly<Record<string, unknown>>, walk);
  return fail('jcs.unsupported-type', walk, { found: value.constructor.name });
}

/** JSON.stringify escapes exactly as RFC 8785, section 3.2.2.2, asks, once lone surrogates are out. */
function writeString(text: string, walk: Walk): string {
  if (/\p{Surrogate}/u.test(text)) return fail('jcs.lone-surrogate', walk);
  return JSON.stringify(text);
}

function writeNumber(value: number, walk: Walk): string {
  if (!Number.isFinite(value)) return fail('jcs.not-a-number', walk, { found: String(value) });
  if (walk.numbers === 'safe-integers' && !Number.isSafeInteger(value)) {
    return fail('jcs.not-an-integer', walk, { found: String(value) });
  }
  return JSON.stringify(value);
}

// An index loop, because `map` would skip holes and so write an array that is shorter than its length.
function writeArray(items: readonly unknown[], walk: Walk): string {
  const written: string[] = [];
  for (let index = 0; index < items.length; index += 1) {
    walk.path.push(index);
    written.push(write(items[index], walk));
    walk.path.pop();
  }
  return `[${written.join(',')}]`;
}

function writeObject(members: Readonly<Record<string, unknown>>, walk: Walk): string {
  const written: string[] = [];
  for (const key of Object.keys(members).sort(byCodeUnits)) {
    walk.path.push(key);
    if (key === '__proto__' && walk.numbers === 'safe-integers') return fail('jcs.forbidden-key', walk);
    written.push(`${writeString(key, walk)}:${write(members[key], walk)}`);
    walk.path.pop();
  }
  return `{${written.join(',')}}`;
}

/** RFC 8785, section 3.2.3: UTF-16 code units, which is how ECMAScript compares strings. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  const plain = prototype === null || Object.getPrototypeOf(prototype) === null;
  return plain && Object.getOwnPropertySymbols(value).length === 0;
}

function fail(code: string, walk: Walk, facts: Readonly<Record<string, string>> = {}): never {
  const steps = walk.path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  const pointer = steps.join('');
  throw new DomainError('invalid', code, { pointer, ...facts }, [{ pointer, code, facts }]);
}
